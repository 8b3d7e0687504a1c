package aurora.restore.telemetry;

/** An answer that can be told in a few words. */
public interface Told {
  /** What was done, for the log: no secret, and nothing that only a machine reads. */
  String told();
}
