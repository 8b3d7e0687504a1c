package aurora.restore.stories.telemetry;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.LooseFault;
import aurora.restore.operation.OperationStatus;
import aurora.restore.stories.RunbookInput;
import aurora.restore.stories.Story;
import aurora.restore.telemetry.Metric;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.LogEvent;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A story whose logs are read. */
final class Watched extends Story {
  private final JsonNode input;
  private final List<LooseFault> faults = new ArrayList<>();

  private Watched(JsonNode input) {
    super(input);
    this.input = input;
  }

  static Watched of(JsonNode input, String... faults) {
    var watched = new Watched(input);
    for (var fault : faults) {
      watched.faults.add(FaultOrder.read(fault).in(watched.world(), input));
    }
    return watched;
  }

  /** The runbook's input with a reader. */
  static ObjectNode input() {
    return RunbookInput.input().with("instance_count", 2).json();
  }

  Run restore() {
    return world().restore(DRILL, input);
  }

  Run mendAndRedrive(Run run) {
    faults.forEach(LooseFault::mend);
    return world().run(world().redrive(run));
  }

  /** A row without a plan, whose execution Step Functions has forgotten. */
  void put(String operation, OperationStatus status, Instant started) {
    world()
        .console()
        .dynamoDb()
        .putItem(
            put ->
                put.tableName("aurora-restore-state")
                    .item(
                        Map.of(
                            "operation_id", AttributeValue.fromS(operation),
                            "status", AttributeValue.fromS(status.name()),
                            "execution_arn",
                                AttributeValue.fromS(
                                    "arn:aws:states:us-west-2:111122223333:execution:restore:"
                                        + operation),
                            "redrive_count", AttributeValue.fromN("0"),
                            "started_at", AttributeValue.fromS(started.toString()),
                            "updated_at", AttributeValue.fromS(started.toString()))));
  }

  /** The answer of one state's function is lost once, after it did its work. */
  void loseAnswerOf(String state) {
    var fault =
        new InvocationFault() {
          private boolean lost;

          @Override
          public Optional<Failed> after(String function, JsonNode payload) {
            if (lost || !payload.at("/state/Name").asText().equals(state)) {
              return Optional.empty();
            }
            lost = true;
            return Optional.of(new Failed("Lambda.SdkClientException", "the answer is lost"));
          }
        };
    world().invocationFaults().add(fault);
  }

  /** Every line, as JSON. */
  List<JsonNode> lines() {
    return world().log().stream().map(LogEvent::json).toList();
  }

  /** The lines that tell how an invocation ended. */
  List<JsonNode> ends() {
    return lines().stream().filter(line -> line.has("milliseconds")).toList();
  }

  /** The lines that a metric is taken from. */
  List<JsonNode> measured(Metric metric) {
    return lines().stream().filter(line -> line.has(metric.label())).toList();
  }

  /** The lines that any metric is taken from. */
  Stream<JsonNode> measured() {
    return lines().stream().filter(line -> line.has("_aws"));
  }
}
