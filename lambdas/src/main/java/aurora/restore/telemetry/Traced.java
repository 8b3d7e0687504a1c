package aurora.restore.telemetry;

/** An input that says what it is about. */
public interface Traced {
  Trace trace();
}
