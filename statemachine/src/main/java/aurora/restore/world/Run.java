package aurora.restore.world;

import aurora.restore.engine.Execution;
import aurora.restore.operation.Milestone;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** An execution in a world, and what it left in the tables. */
public record Run(Execution execution, World world) {

  /** The operation that it worked for: what its input says, else its own name. */
  public String operationId() {
    return execution.input().path("operation_id").asText(execution.name());
  }

  /** The operation's row in the state table; empty where it was never claimed. */
  public Optional<JsonNode> state() {
    return world.state(operationId());
  }

  /** The operation's rows in the audit table, oldest first. */
  public List<JsonNode> audit() {
    return world.audit(operationId());
  }

  /** What the audit trail tells, by name. */
  public List<Milestone> milestones() {
    return milestoneRows().stream()
        .map(row -> Milestone.valueOf(row.get("event").asText()))
        .toList();
  }

  /** The rows of the audit table that tell of a milestone, oldest first. */
  public List<JsonNode> milestoneRows() {
    return audit().stream()
        .filter(row -> Milestone.named(row.get("event").asText()).isPresent())
        .toList();
  }

  /** What it has brought about; null where it didn't succeed. */
  public JsonNode output() {
    return execution.output();
  }

  /** What a failed function said; null where none failed. */
  public String errorMessage() {
    return execution.cause() == null ? null : Cause.message(execution.cause());
  }
}
