package aurora.restore.operation;

import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/**
 * What a step of the restore is handed.
 *
 * @param state the state that calls
 * @param since when the step's phase began: its deadline counts from then
 * @param madeAt when the resource that is waited for was asked for; null before
 * @param lastLook what the step before answered; null before, and in an execution of an older
 *     definition
 */
public record Step(
    RestorePlan plan,
    ExecutionContext execution,
    StateContext state,
    Instant since,
    Instant madeAt,
    WaitAnswer lastLook)
    implements HasTrace {

  @Override
  public Trace trace() {
    return execution.trace(plan.operationId(), state);
  }

  /** The wait of this step's phase, as it stands now. */
  public Wait waiting(int deadlineHours, Instant now) {
    return Wait.of(since, execution, deadlineHours, now);
  }

  /** The same for what RDS is at work on: its pauses end about when it may be ready. */
  public Wait waitingFor(Awaited awaited, int deadlineHours, Instant now) {
    var began = execution.redrivenAt().orElse(execution.startedAt());
    var asked = madeAt != null && madeAt.isAfter(began) ? madeAt : began;
    return waiting(deadlineHours, now)
        .with(new Forecast(awaited, usual(awaited), began, asked, lastLook, now));
  }

  /** How long it took of late, in seconds; null where that isn't known. */
  private Long usual(Awaited awaited) {
    return awaited == Awaited.CLUSTER ? plan.clusterSeconds() : null;
  }

  /**
   * Whether a look shows what this execution's last one did, so that the state table says it. After
   * a redrive it says that the execution has failed.
   */
  public boolean isKnown(WaitAnswer look) {
    return lastLook != null
        && lastLook.at() != null
        && lastLook.shows(look)
        && execution.redrivenAt().filter(lastLook.at()::isBefore).isEmpty();
  }

  /** Whether somebody has redriven the execution since the resource was asked for. */
  public boolean isRedrivenSinceMade() {
    return madeAt != null && execution.redrivenAt().filter(madeAt::isBefore).isPresent();
  }

  /**
   * Whether what was asked for must be visible by now. RDS shows fresh resources late: by seconds
   * as a rule, though operators have seen minutes.
   */
  public boolean isUnseenForGood(Instant now) {
    return madeAt != null && madeAt.plus(Wait.CONSISTENCY).isBefore(now);
  }

  /**
   * Whether whatever was there as the phase began must be visible by now: what isn't seen any more
   * after that long is gone.
   */
  public boolean isUnseenSinceForGood(Instant now) {
    return since.plus(Wait.CONSISTENCY).isBefore(now);
  }
}
