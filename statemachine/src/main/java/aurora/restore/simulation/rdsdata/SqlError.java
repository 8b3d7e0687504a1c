package aurora.restore.simulation.rdsdata;

/** A statement that a database refuses, by what the database says. */
public final class SqlError extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean isOfResult;

  private SqlError(String message, boolean isOfResult) {
    super(message);
    this.isOfResult = isOfResult;
  }

  public static SqlError of(String message) {
    return new SqlError(message, false);
  }

  /** Of a result that the Data API can't pass on. */
  public static SqlError unsupported(String message) {
    return new SqlError(message, true);
  }

  boolean isOfResult() {
    return isOfResult;
  }
}
