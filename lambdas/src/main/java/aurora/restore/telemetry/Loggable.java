package aurora.restore.telemetry;

/** An answer that can be told in a few words. */
public interface Loggable {
  /** What was done, for the log: no secret, and nothing that only a machine reads. */
  String summary();
}
