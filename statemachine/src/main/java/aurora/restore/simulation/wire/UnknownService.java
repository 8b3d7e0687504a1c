package aurora.restore.simulation.wire;

import aurora.restore.simulation.Caller;

/** A call to a service that isn't simulated. */
public final class UnknownService extends SimulationError {
  private static final long serialVersionUID = 1L;

  UnknownService(String service, Caller caller) {
    super(
        "service "
            + service
            + " is not simulated; "
            + caller.function()
            + " called it in "
            + caller.region());
  }
}
