package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.error.TransientFailure;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Of the pipeline's own errors only the transient one is tried again without anybody's doing. */
final class OnlyWhatPassesIsRetried implements Invariant {
  private static final String OWN = "aurora.restore.error.";

  @Override
  public void onEnd(Observed evidence, Execution execution) {
    Map<Long, HistoryEvent> byId =
        execution.history().stream()
            .collect(Collectors.toMap(HistoryEvent::id, Function.identity()));
    for (var event : execution.history()) {
      var before = byId.get(event.previousEventId());
      if (event.type() != HistoryEventType.TASK_SCHEDULED
          || before == null
          || before.type() != HistoryEventType.TASK_FAILED) {
        continue;
      }
      var error = before.taskFailedEventDetails().error();
      if (error.startsWith(OWN) && !error.equals(TransientFailure.class.getName())) {
        evidence.violated(this, execution.arn() + " retried " + error);
      }
    }
  }
}
