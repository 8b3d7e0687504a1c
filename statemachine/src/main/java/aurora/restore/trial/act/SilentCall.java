package aurora.restore.trial.act;

import aurora.restore.fault.Answers;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import software.amazon.awssdk.core.SdkPojo;

/** The next call of an operation takes effect; its answer and the next tries are lost. */
final class SilentCall implements Faults {
  /** The SDK's standard mode calls three times. */
  private static final int SILENT_CALLS = 3;

  private final Scene scene;
  private final String operation;
  private boolean lost;
  private int silent = SILENT_CALLS;

  SilentCall(Scene scene, String operation) {
    this.scene = scene;
    this.operation = operation;
  }

  void begin() {
    scene.world().callFaults().add(this);
    scene.onMending(() -> scene.world().callFaults().remove(this));
  }

  @Override
  public void before(Caller caller, String service, String called, SdkPojo request) {
    if (lost && silent > 0 && called.equals(operation) && Pipeline.calls(caller)) {
      silent--;
      throw Answers.broken(service);
    }
  }

  @Override
  public void after(Caller caller, String service, String called, SdkPojo request) {
    if (!lost && called.equals(operation) && Pipeline.calls(caller)) {
      lost = true;
      throw Answers.broken(service);
    }
  }
}
