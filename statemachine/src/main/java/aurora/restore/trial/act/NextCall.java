package aurora.restore.trial.act;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import software.amazon.awssdk.core.SdkPojo;

/** The next call of an operation is refused. */
final class NextCall implements Faults {
  private final Scene scene;
  private final String operation;
  private final AwsError refusal;

  NextCall(Scene scene, String operation, AwsError refusal) {
    this.scene = scene;
    this.operation = operation;
    this.refusal = refusal;
  }

  void begin() {
    scene.world().callFaults().add(this);
    scene.onMending(() -> scene.world().callFaults().remove(this));
  }

  @Override
  public void before(Caller caller, String service, String called, SdkPojo request) {
    if (called.equals(operation) && Pipeline.calls(caller)) {
      scene.world().callFaults().remove(this);
      throw refusal;
    }
  }
}
