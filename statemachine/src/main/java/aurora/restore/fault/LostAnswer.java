package aurora.restore.fault;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A call takes effect, but its answer is lost; and the service stays silent to the next ones, so
 * that the SDK's own retries run out and the function has to be invoked again.
 */
final class LostAnswer implements Faults {
  /** The SDK's standard mode calls three times, its legacy mode four. */
  private static final int SILENT_CALLS = 3;

  private final Stage stage;
  private final Calls calls;
  private boolean lost;
  private int silent = SILENT_CALLS;

  LostAnswer(Stage stage, Calls calls) {
    this.stage = stage;
    this.calls = calls;
  }

  Runnable begin() {
    stage.world().callFaults().add(this);
    return () -> stage.world().callFaults().remove(this);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (lost && silent > 0 && calls.include(service, operation)) {
      silent--;
      throw Answers.broken(service);
    }
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    if (!lost && calls.include(service, operation)) {
      lost = true;
      stage.strike();
      throw Answers.broken(service);
    }
  }
}
