package aurora.restore.error;

import java.util.List;

/** The restored cluster exists but isn't what was asked for. */
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
}
