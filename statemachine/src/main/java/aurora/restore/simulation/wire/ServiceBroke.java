package aurora.restore.simulation.wire;

import aurora.restore.simulation.Caller;

/** A simulated service failed by itself, other than by refusing a call. */
public final class ServiceBroke extends SimulationError {
  private static final long serialVersionUID = 1L;

  ServiceBroke(String service, String operation, Caller caller, Throwable cause) {
    super(
        "simulated "
            + service
            + ":"
            + operation
            + " broke when "
            + caller.function()
            + " called it in "
            + caller.region()
            + ": "
            + cause,
        cause);
  }
}
