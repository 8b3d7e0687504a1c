package aurora.restore.operator;

import aurora.restore.edge.Json;
import aurora.restore.error.OperatorError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Starting executions, looking at them, and having them go on. */
record Executions(SfnClient sfn) {
  /** Answers the execution's ARN; the name null: Step Functions mints one. */
  String start(String machineArn, String name, JsonNode input) {
    return sfn.startExecution(
            it -> it.stateMachineArn(machineArn).name(name).input(input.toString()))
        .executionArn();
  }

  Optional<DescribeExecutionResponse> find(String executionArn) {
    try {
      return Optional.of(sfn.describeExecution(it -> it.executionArn(executionArn)));
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws Trouble where it is gone
   */
  DescribeExecutionResponse get(String executionArn) {
    return find(executionArn).orElseThrow(() -> new Trouble("there is no " + executionArn));
  }

  /**
   * @throws Trouble where it can't be redriven
   */
  void redrive(String executionArn) {
    try {
      sfn.redriveExecution(it -> it.executionArn(executionArn));
    } catch (ExecutionNotRedrivableException e) {
      throw new Trouble(executionArn + " can't be redriven: " + e.awsErrorDetails().errorMessage());
    }
  }

  List<HistoryEvent> history(String executionArn) {
    return sfn
        .getExecutionHistoryPaginator(it -> it.executionArn(executionArn).maxResults(1_000))
        .events()
        .stream()
        .toList();
  }

  static boolean isBad(ExecutionStatus status) {
    return status != ExecutionStatus.RUNNING && status != ExecutionStatus.SUCCEEDED;
  }

  /** What happened and, after {@code Remedy:}, what to do; Step Functions' own words otherwise. */
  static String why(DescribeExecutionResponse execution) {
    var cause = execution.cause() == null ? "" : execution.cause();
    try {
      var message = Json.MAPPER.readTree(cause).path("errorMessage").asText();
      return message.isEmpty() ? cause : message.replace(OperatorError.REMEDY, "\nRemedy: ");
    } catch (JsonProcessingException e) {
      return cause; // not a function's: it is a sentence already
    }
  }

  /** The last part of an error's name, which the runbook has a heading for. */
  static String error(DescribeExecutionResponse execution) {
    var name = execution.error() == null ? execution.statusAsString() : execution.error();
    return name.startsWith("States.") ? name : name.substring(name.lastIndexOf('.') + 1);
  }
}
