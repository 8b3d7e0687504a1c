package aurora.restore.telemetry;

/**
 * What an invocation is about: what its lines are found by. Whatever isn't known is null, and left
 * out of the lines.
 *
 * @param operationId the operation that it works for
 * @param execution the ARN of the execution that calls
 * @param redriveCount how often that had been redriven
 * @param step the name of the state that calls
 * @param retryCount how often that state had called before, in vain
 * @param resource which of several resources it is about
 */
public record Trace(
    String operationId,
    String execution,
    Integer redriveCount,
    String step,
    Integer retryCount,
    String resource) {

  /** Of a function that no execution calls. */
  public static final Trace NONE = new Trace(null, null, null, null, null, null);

  /** The same about one of several resources. */
  public Trace of(String resource) {
    return new Trace(operationId, execution, redriveCount, step, retryCount, resource);
  }
}
