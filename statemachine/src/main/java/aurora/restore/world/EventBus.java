package aurora.restore.world;

import aurora.restore.engine.Engine;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.machine.Machine;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The rule of EventBridge that reports failures: it starts report-failure for every execution of
 * another machine that ended badly. Events come late and more than once, as it is told.
 */
final class EventBus implements Listener {
  private static final Set<ExecutionStatus> BAD =
      Set.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

  private final VirtualTime time;
  private final Engine engine;
  private final Delivery delivery;
  private int due;

  EventBus(VirtualTime time, Engine engine, Delivery delivery) {
    this.time = time;
    this.engine = engine;
    this.delivery = delivery;
    engine.listen(this);
  }

  @Override
  public void onStatusChange(StatusChange change) {
    var reporter = engine.machineArn(Machine.REPORT_FAILURE.id());
    if (BAD.contains(change.status()) && !change.stateMachineArn().equals(reporter)) {
      int copy = 0;
      for (var delay : delivery.delays()) {
        var name = change.id() + "-" + copy++;
        due++;
        time.after(
            delay,
            () -> {
              due--;
              engine.start(Machine.REPORT_FAILURE.id(), name, change.event());
            });
      }
    }
  }

  /** Whether an event has still to be delivered. */
  boolean isAnythingDue() {
    return due > 0;
  }

  /** How events are delivered from now on, until it is told otherwise. */
  static final class Delivery {
    private List<Duration> delays = List.of(Duration.ofSeconds(1));

    /**
     * @param delays one for each time that an event is delivered; none: it is lost
     */
    void after(Duration... delays) {
      this.delays = List.of(delays);
    }

    List<Duration> delays() {
      return delays;
    }
  }
}
