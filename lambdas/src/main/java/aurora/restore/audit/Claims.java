package aurora.restore.audit;

import static aurora.restore.audit.Attributes.number;
import static aurora.restore.audit.Attributes.text;

import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.OperationStatus;
import aurora.restore.operation.StateContext;
import aurora.restore.operation.Step;
import aurora.restore.operation.WaitAnswer;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Whose operations are. An operation belongs to the execution that claimed it: whatever another one
 * writes is refused, so that two executions never act for one operation at once.
 */
public final class Claims {
  private final DynamoDbClient dynamoDb;
  private final String stateTable;
  private final OperationTable operations;

  private Claims(DynamoDbClient dynamoDb, String stateTable, OperationTable operations) {
    this.dynamoDb = dynamoDb;
    this.stateTable = stateTable;
    this.operations = operations;
  }

  public static Claims of(Edge edge) {
    return new Claims(edge.aws().dynamoDb(), edge.settings().stateTable(), OperationTable.of(edge));
  }

  /**
   * Called before anything is made or deleted: an execution that is redriven after the operation
   * has gone on without it, or was cleaned up, must not act for it any more. One that is redriven
   * in time takes the operation up again, so that it holds it before it acts; one whose end has
   * been reported, and which wasn't redriven since, is a late call and doesn't act.
   *
   * @throws OperationInProgress where the operation isn't this execution's to act for
   */
  public void requireClaim(String operationId, ExecutionContext execution) {
    var row =
        operations
            .find(operationId)
            .filter(it -> it.executionArn().equals(execution.id()))
            .orElseThrow(() -> inProgress(operationId));
    switch (row.status()) {
      case SUCCEEDED, CLEANED_UP -> {} // its end is recorded: there is nothing left to take up
      case RUNNING, CLEANING_UP, FAILED -> {
        if (row.redriveCount() < execution.redriveCount()) {
          takeUp(operationId, execution);
        } else if (row.status() == OperationStatus.FAILED) {
          throw inProgress(operationId);
        }
      }
    }
  }

  private void takeUp(String operationId, ExecutionContext execution) {
    var status = execution.isCleanUp() ? OperationStatus.CLEANING_UP : OperationStatus.RUNNING;
    var row =
        new Assignments()
            .set(Schema.STATUS, text(status.name()))
            .set("redrive_count", number(execution.redriveCount()))
            .remove("finished_at")
            .remove("failure")
            .with(":execution_arn", text(execution.id()));
    execution.redrivenAt().ifPresent(at -> row.set("updated_at", Attributes.time(at)));
    update(operationId, MilestoneEntry.goingOn(row), MilestoneEntry.GOING_ON);
  }

  /**
   * Notes how far a wait is, for whoever asks the state table meanwhile. What the step's last look
   * has shown is there already.
   *
   * @param subject what is waited for: one of several, beside one another
   * @throws OperationInProgress where the operation belongs to another execution
   */
  public void progress(Step step, String subject, WaitAnswer look, Instant now) {
    if (step.isKnown(look)) {
      return;
    }
    progress(
        step.plan().operationId(),
        StateRow.of(step.state().name(), step.execution(), OperationStatus.RUNNING, now),
        new Progress(subject, look));
  }

  /** The same for a clean-up. */
  public void progress(
      String operationId,
      ExecutionContext execution,
      StateContext state,
      WaitAnswer look,
      Instant now) {
    progress(
        operationId,
        StateRow.of(state.name(), execution, OperationStatus.CLEANING_UP, now),
        new Progress("clean-up", look));
  }

  private void progress(String operationId, Assignments row, Progress progress) {
    row.set("progress", Attributes.of(progress)).remove("finished_at").remove("failure");
    update(operationId, MilestoneEntry.goingOn(row), MilestoneEntry.GOING_ON);
  }

  /**
   * Changes the row of an operation, for the execution that it belongs to alone.
   *
   * @throws OperationInProgress where the condition doesn't hold
   */
  void update(String operationId, Assignments row, String condition) {
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(stateTable)
                  .key(Schema.keyOf(operationId))
                  .updateExpression(row.expression())
                  .expressionAttributeNames(row.names())
                  .expressionAttributeValues(row.values())
                  .conditionExpression(condition));
    } catch (ConditionalCheckFailedException e) {
      throw inProgress(operationId);
    }
  }

  /** Says whose the operation is: the refusal of whatever isn't its execution's. */
  OperationInProgress inProgress(String operationId) {
    return new OperationInProgress(
        "operation " + operationId,
        operations
            .find(operationId)
            .map(row -> "it belongs to execution " + row.executionArn() + " and is " + row.status())
            .orElse("it isn't claimed any more"));
  }
}
