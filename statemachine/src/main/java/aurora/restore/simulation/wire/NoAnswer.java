package aurora.restore.simulation.wire;

/** Nobody answers a call: its connection ran out of time. */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
