package aurora.restore.operator;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** An execution as it stands, for programs. */
final class ExecutionJson {
  private ExecutionJson() {}

  static ObjectNode of(DescribeExecutionResponse execution) {
    var json = Json.MAPPER.createObjectNode();
    json.put("execution_arn", execution.executionArn());
    json.put("status", execution.statusAsString());
    json.put("started_at", execution.startDate().toString());
    if (execution.stopDate() != null) {
      json.put("finished_at", execution.stopDate().toString());
    }
    if (Executions.isBad(execution.status())) {
      json.put("error", Executions.error(execution)).put("message", Executions.why(execution));
    }
    if (execution.output() != null) {
      try {
        json.set("output", Json.MAPPER.readTree(execution.output()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an execution's output is JSON", e);
      }
    }
    return json;
  }
}
