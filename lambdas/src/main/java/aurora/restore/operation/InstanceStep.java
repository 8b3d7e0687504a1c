package aurora.restore.operation;

import aurora.restore.telemetry.HasTrace;
import aurora.restore.telemetry.Trace;
import java.time.Instant;

/** What a step for one instance is handed: as {@link Step}, and the instance. */
public record InstanceStep(
    RestorePlan plan,
    InstancePlan instance,
    ExecutionContext execution,
    StateContext state,
    Instant since,
    Instant madeAt,
    WaitAnswer lastLook)
    implements HasTrace {

  @Override
  public Trace trace() {
    return step().trace().of(instance.id());
  }

  /** The same without the instance. */
  public Step step() {
    return new Step(plan, execution, state, since, madeAt, lastLook);
  }
}
