package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * When nothing is under way any more, no row says otherwise; what a row says that the restore made
 * is there; and of an operation that was cleaned up nothing is there but what its row says was
 * kept.
 *
 * <p>Left out is whose tags people changed, and what they took away.
 */
final class RowAgreesWithWorld implements Invariant {
  @Override
  public void atLast(Observed evidence) {
    for (var operation : evidence.operations()) {
      evidence.row(operation).ifPresent(row -> check(evidence, operation, row));
    }
  }

  private void check(Observed evidence, String operation, JsonNode row) {
    var status = row.path("status").asText();
    var execution = evidence.world().engine().execution(row.path("execution_arn").asText());
    switch (status) {
      case "RUNNING", "CLEANING_UP" ->
          evidence.violated(this, "a month later the row of " + operation + " is " + status);
      case "SUCCEEDED" -> {
        requireEnd(evidence, operation, row, execution);
        requireResources(evidence, row);
      }
      case "CLEANED_UP" -> {
        requireEnd(evidence, operation, row, execution);
        requireNothing(evidence, operation, row);
      }
      default -> {} // FAILED: any of it may be there
    }
  }

  private void requireEnd(
      Observed evidence, String operation, JsonNode row, Optional<Execution> execution) {
    if (execution.filter(it -> hasDoneAll(it, row)).isEmpty()) {
      evidence.violated(
          this,
          "the row of "
              + operation
              + " is "
              + row.path("status").asText()
              + ", and its execution "
              + execution.map(it -> it.arn() + " is " + it.status()));
    }
  }

  /** One that is stopped once it has recorded its end had only the mail of it left to send. */
  private static boolean hasDoneAll(Execution execution, JsonNode row) {
    return execution.status() == ExecutionStatus.SUCCEEDED
        || (execution.status() == ExecutionStatus.ABORTED
            && row.has("finished_at")
            && !execution.stopDate().isBefore(Instant.parse(row.get("finished_at").asText())));
  }

  private void requireResources(Observed evidence, JsonNode row) {
    if (!evidence.scene().touches().isEmpty()) {
      return;
    }
    for (var made : row.path("resources")) {
      var isThere =
          evidence.world().resources().stream()
              .filter(it -> it.region().equals(made.path("region").asText()))
              .anyMatch(it -> it.identifier().equals(made.path("id").asText()));
      if (!isThere) {
        evidence.violated(this, "the row of what succeeded tells of " + made);
      }
    }
  }

  private void requireNothing(Observed evidence, String operation, JsonNode row) {
    var kept = row.path("clean_up_report").path("kept").toString();
    evidence.madeFor(operation).stream()
        .filter(it -> !kept.contains("\"" + it.identifier() + "\""))
        .forEach(it -> evidence.violated(this, operation + " is CLEANED_UP, but there is " + it));
  }
}
