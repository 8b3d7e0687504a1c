package aurora.restore.trial.act;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/** A service refuses every function for some time. */
final class Outage implements Faults {
  private final Scene scene;
  private final String service;
  private final Duration length;
  private final Function<String, AwsError> refusal;

  Outage(Scene scene, String service, Duration length, Function<String, AwsError> refusal) {
    this.scene = scene;
    this.service = service;
    this.length = length;
    this.refusal = refusal;
  }

  void begin() {
    Runnable end = () -> scene.world().callFaults().remove(this);
    scene.world().callFaults().add(this);
    scene.world().after(length, end);
    scene.onMending(end);
  }

  @Override
  public void before(Caller caller, String called, String operation, SdkPojo request) {
    if (called.equals(service) && Pipeline.calls(caller)) {
      throw refusal.apply(service);
    }
  }
}
