package aurora.restore.fault;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import software.amazon.awssdk.core.SdkPojo;

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

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    // What is answered in other regions goes as ever.
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    // What isn't answered takes no effect.
  }
}
