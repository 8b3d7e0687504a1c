package aurora.restore.simulation.strict;

/**
 * The simulation was asked for something it doesn't know. Not a refusal of AWS: an {@link Error},
 * so that no handler and no retry of the SDK can take it for one.
 */
public final class NotModelledError extends Error {
  private static final long serialVersionUID = 1L;

  public NotModelledError(String what) {
    super(what);
  }
}
