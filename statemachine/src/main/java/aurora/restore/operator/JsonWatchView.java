package aurora.restore.operator;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A JSON object per line, for programs that read along. */
record JsonWatchView(PrintWriter out) implements WatchView {
  @Override
  public void step(Instant at, CurrentStep step) {
    var line = Json.MAPPER.createObjectNode();
    line.put("at", at.toString()).put("step", step.state());
    if (step.observed() != null) {
      line.put("observed", step.observed());
    }
    if (step.percent() != null) {
      line.put("percent", step.percent());
    }
    print(line);
  }

  @Override
  public void milestone(Instant at, String event) {
    print(Json.MAPPER.createObjectNode().put("at", at.toString()).put("milestone", event));
  }

  @Override
  public void ended(DescribeExecutionResponse execution) {
    print(ExecutionJson.of(execution));
  }

  private void print(ObjectNode line) {
    out.println(line);
    out.flush();
  }
}
