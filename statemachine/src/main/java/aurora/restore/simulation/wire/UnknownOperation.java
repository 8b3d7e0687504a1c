package aurora.restore.simulation.wire;

import aurora.restore.simulation.Caller;

/** A call to an operation that its simulated service doesn't know. */
public final class UnknownOperation extends SimulationError {
  private static final long serialVersionUID = 1L;

  UnknownOperation(String service, String operation, Caller caller) {
    super(
        "operation "
            + service
            + ":"
            + operation
            + " is not simulated; "
            + caller.function()
            + " called it in "
            + caller.region());
  }
}
