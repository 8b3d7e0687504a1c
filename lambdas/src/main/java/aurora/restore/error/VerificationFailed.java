package aurora.restore.error;

import java.util.List;

/** The restored cluster exists but isn't what was asked for, or doesn't hold what was expected. */
public final class VerificationFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  /**
   * @param cluster the cluster's identifier
   * @param differences each with what was expected and what is there
   */
  public VerificationFailed(String cluster, List<String> differences) {
    super(
        "cluster " + cluster,
        String.join(Finding.SEPARATOR, differences),
        "mend the cluster and redrive to verify it again, or have the operation cleaned up");
  }

  private VerificationFailed(String cluster, String happened) {
    super(
        "cluster " + cluster,
        happened,
        "look at the data: restore another snapshot where it lacks them, mend the check where that"
            + " is wrong and start again; a redrive makes the same checks again");
  }

  /**
   * The same of its data.
   *
   * @param failed how many checks have failed
   * @param table a line for each check that was made, whatever came of it
   */
  public static VerificationFailed byChecks(String cluster, long failed, List<String> table) {
    return new VerificationFailed(
        cluster,
        failed
            + " of "
            + table.size()
            + " checks by SQL failed"
            + Finding.SEPARATOR
            + String.join(Finding.SEPARATOR, table));
  }
}
