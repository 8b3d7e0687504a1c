package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.StateContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an execution writes of itself: it has reached a milestone, at the state that records it. */
sealed interface ReachedEntry extends Entry permits MilestoneEntry, CleanUpEntry {
  ExecutionContext execution();

  StateContext state();

  @Override
  default Instant at() {
    return state().enteredAt();
  }

  @Override
  default String writer() {
    return execution().id();
  }

  @Override
  default Instant startedAt() {
    return execution().startedAt();
  }

  /** What the trail tells of each of them: who reached it, and where. To be added to. */
  default Map<String, AttributeValue> reachedBy() {
    var details = new LinkedHashMap<String, AttributeValue>();
    details.put("state", text(state().name()));
    details.put("execution_arn", text(execution().id()));
    details.put("redrive_count", number(execution().redriveCount()));
    return details;
  }
}
