package aurora.restore.telemetry;

/**
 * Who writes: an invocation of a function.
 *
 * @param deployment the deployment's name
 * @param function the function's
 * @param requestId Lambda's own id of the invocation, which its START and REPORT lines bear too
 */
public record Source(String deployment, String function, String requestId) {}
