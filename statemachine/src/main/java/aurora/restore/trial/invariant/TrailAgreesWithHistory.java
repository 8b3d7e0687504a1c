package aurora.restore.trial.invariant;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Each milestone that an execution recorded stands in the trail, in the order in which it was
 * reached; and the trail tells of none that its execution never came to.
 *
 * <p>Left out are operations whose trail somebody had purged.
 */
final class TrailAgreesWithHistory implements Invariant {
  private static final List<String> MADE_BY_OTHERS = List.of("FAILED", "ORPHANED");

  @Override
  public void atLast(Observed evidence) {
    for (var operation : evidence.operations()) {
      if (evidence.row(operation).filter(row -> row.has("purged_at")).isEmpty()) {
        check(evidence, operation);
      }
    }
  }

  private void check(Observed evidence, String operation) {
    var trail = evidence.trail(operation);
    for (var machine : List.of(Machine.RESTORE, Machine.CLEAN_UP)) {
      evidence.executions(machine).stream()
          .filter(it -> Observed.operation(it).equals(operation))
          .forEach(it -> check(evidence, it, trail));
    }
  }

  private void check(Observed evidence, Execution execution, List<JsonNode> trail) {
    var told =
        trail.stream()
            .filter(row -> row.path("execution_arn").asText().equals(execution.arn()))
            .filter(row -> !MADE_BY_OTHERS.contains(row.get("event").asText()))
            .map(row -> row.get("event").asText())
            .toList();
    var recorded = recorded(execution);
    if (!isWithin(recorded, told)) {
      evidence.violated(
          this, execution.arn() + " recorded " + recorded + ", and the trail tells " + told);
    }
    var entered = entered(execution);
    trail.stream()
        .filter(row -> row.path("execution_arn").asText().equals(execution.arn()))
        .filter(row -> !MADE_BY_OTHERS.contains(row.get("event").asText()))
        .filter(row -> !entered.contains(Instant.parse(row.get("at").asText())))
        .forEach(row -> evidence.violated(this, execution.arn() + " never was at " + row));
  }

  /** Whether one list is the other with more between. */
  private static boolean isWithin(List<String> some, List<String> all) {
    var next = 0;
    for (var each : all) {
      if (next < some.size() && some.get(next).equals(each)) {
        next++;
      }
    }
    return next == some.size();
  }

  private static List<Instant> entered(Execution execution) {
    return execution.history().stream()
        .filter(event -> event.type() == HistoryEventType.TASK_STATE_ENTERED)
        .filter(event -> event.stateEnteredEventDetails().name().startsWith("Record "))
        .map(HistoryEvent::timestamp)
        .toList();
  }

  private static List<String> recorded(Execution execution) {
    var recorded = new ArrayList<String>();
    var state = "";
    for (var event : execution.history()) {
      if (event.type() == HistoryEventType.TASK_STATE_ENTERED) {
        state = event.stateEnteredEventDetails().name();
      }
      if (event.type() == HistoryEventType.TASK_SUCCEEDED && state.startsWith("Record ")) {
        event(event.taskSucceededEventDetails().output()).ifPresent(recorded::add);
      }
    }
    return recorded;
  }

  private static Optional<String> event(String output) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(output).at("/Payload/event").asText(null));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a history holds JSON", e);
    }
  }
}
