package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Every execution ends, and no later than its deadlines allow; a redrive counts anew.
 *
 * <p>Beside the deadlines there is an hour for retries of calls and for what is never long.
 */
final class WaitsEnd implements Invariant {
  private static final int COPY_HOURS = 24;
  private static final int RESTORE_HOURS = 6;
  private static final int INSTANCE_HOURS = 2;
  private static final int CLEAN_UP_HOURS = 2;
  private static final int SPARE_HOURS = 1;

  @Override
  public void onEnd(Observed evidence, Execution execution) {
    var began = execution.redriveDate() == null ? execution.startDate() : execution.redriveDate();
    var took = Duration.between(began, execution.stopDate());
    var most = Duration.ofHours(hours(evidence, execution) + SPARE_HOURS);
    if (took.compareTo(most) > 0) {
      evidence.violated(this, execution.arn() + " took " + took + ", which is more than " + most);
    }
  }

  private static long hours(Observed evidence, Execution execution) {
    if (!evidence.isOf(Machine.RESTORE, execution)) {
      return CLEAN_UP_HOURS;
    }
    var input = execution.input();
    // restore and second calls; writer, readers and verification
    return input.path("copy_deadline_hours").asLong(COPY_HOURS)
        + 2 * input.path("restore_deadline_hours").asLong(RESTORE_HOURS)
        + 3 * input.path("instance_deadline_hours").asLong(INSTANCE_HOURS);
  }

  @Override
  public void atLast(Observed evidence) {
    for (var machine : List.of(Machine.values())) {
      evidence.executions(machine).stream()
          .filter(it -> it.status() == ExecutionStatus.RUNNING)
          .forEach(it -> evidence.violated(this, it.arn() + " is still running"));
    }
  }
}
