package aurora.restore.operation;

/**
 * A question to the restored data.
 *
 * @param sql a single statement that reads
 * @param timeoutSeconds how long the statement may take, 1 to 45
 * @param last what the last completed operation of the same source found; null where there is none,
 *     and where nothing is compared with it
 */
public record DataCheck(
    String name, String sql, Expectation expectation, int timeoutSeconds, Baseline last) {

  /** The same check with what it is compared with. */
  public DataCheck against(Baseline found) {
    return new DataCheck(name, sql, expectation, timeoutSeconds, found);
  }

  /** Whether it is compared with what an earlier operation found. */
  public boolean isCompared() {
    return expectation.kind() == Expectation.Kind.WITHIN_PERCENT_OF_LAST;
  }
}
