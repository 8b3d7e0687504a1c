package aurora.restore.error;

/** The checks by SQL couldn't be made: nobody knows whether the data is there. */
public final class ChecksNotMade extends OperatorError {
  private static final long serialVersionUID = 1L;

  /**
   * @param happened what the Data API said, or how long it wasn't ready for
   */
  public ChecksNotMade(String cluster, String happened) {
    super(
        "checks by SQL of cluster " + cluster,
        happened,
        "see that the secret holds a name and a password that the database takes, that the database"
            + " exists and the Data API is on, then redrive");
  }
}
