package aurora.restore.simulation.wire;

/** A request carries something that the operation's request class has no place for. */
public final class UnknownParameter extends SimulationError {
  private static final long serialVersionUID = 1L;

  UnknownParameter(String request, String parameter) {
    super(request + " has no parameter " + parameter);
  }
}
