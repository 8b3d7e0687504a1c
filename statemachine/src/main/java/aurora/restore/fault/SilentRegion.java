package aurora.restore.fault;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;

/** A region that answers no call, of whatever service: connections run out of time. */
record SilentRegion(Stage stage, String region) implements Faults {

  /** Silences it from now on; the answer mends it. */
  Runnable begin() {
    stage.world().callFaults().add(this);
    return () -> stage.world().callFaults().remove(this);
  }

  @Override
  public boolean answers(Caller caller, String service) {
    if (!region.equals(caller.region())) {
      return true;
    }
    stage.strike();
    return false;
  }
}
