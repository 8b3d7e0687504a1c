package aurora.restore.telemetry;

/** An input that says what it is about. */
public interface HasTrace {
  Trace trace();
}
