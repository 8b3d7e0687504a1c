package aurora.restore.fault;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.SdkPojo;

/** Calls that are refused, for some time from the first one on or until the fault is mended. */
final class RefusedCalls implements Faults {
  /** What is answered instead. */
  @FunctionalInterface
  interface Refusal {
    AwsError of(Caller caller, String service, String operation);
  }

  private final Stage stage;
  private final Calls calls;
  private final Duration length;
  private final Refusal refusal;
  private Instant end;

  /**
   * @param length from the first call on; null: until the fault is mended
   */
  RefusedCalls(Stage stage, Calls calls, Duration length, Refusal refusal) {
    this.stage = stage;
    this.calls = calls;
    this.length = length;
    this.refusal = refusal;
  }

  /** Refuses them from now on; the answer mends it. */
  Runnable begin() {
    stage.world().callFaults().add(this);
    return () -> stage.world().callFaults().remove(this);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (calls.include(service, operation) && !isOver()) {
      stage.strike();
      throw refusal.of(caller, service, operation);
    }
  }

  private boolean isOver() {
    if (length == null) {
      return false;
    }
    var now = stage.world().now();
    if (end == null) {
      end = now.plus(length);
    }
    return !now.isBefore(end);
  }
}
