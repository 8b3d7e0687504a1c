package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the {@code Resource} of a Task may name, and how it is called. */
final class Connectors {
  /** Starts another execution of the same engine. */
  interface Starter {
    Execution start(String machine, String name, JsonNode input);
  }

  /**
   * A resource.
   *
   * @param type the history's resourceType
   * @param action the history's resource
   */
  record Resource(String type, String action, Set<String> required, Set<String> allowed) {}

  private static final Map<String, Resource> RESOURCES =
      Map.of(
          "arn:aws:states:::lambda:invoke",
          new Resource(
              "lambda", "invoke", Set.of("FunctionName"), Set.of("FunctionName", "Payload")),
          "arn:aws:states:::states:startExecution",
          new Resource(
              "states",
              "startExecution",
              Set.of("StateMachineArn"),
              Set.of("StateMachineArn", "Name", "Input")));

  private final TaskRunner tasks;
  private final Starter starter;

  Connectors(TaskRunner tasks, Starter starter) {
    this.tasks = tasks;
    this.starter = starter;
  }

  static boolean knows(String arn) {
    return RESOURCES.containsKey(arn);
  }

  static Set<String> known() {
    return new TreeSet<>(RESOURCES.keySet());
  }

  static Resource resource(String arn) {
    return RESOURCES.get(arn);
  }

  TaskRunner.Outcome call(Resource resource, JsonNode arguments) {
    check(resource, arguments);
    return resource.type().equals("lambda") ? invoke(arguments) : startExecution(arguments);
  }

  private static void check(Resource resource, JsonNode arguments) {
    for (var field : resource.required()) {
      if (!arguments.path(field).isTextual()) {
        throw StateFailure.of(
            StateFailure.RUNTIME,
            resource.action() + " needs " + field + ", a string, in Arguments");
      }
    }
    arguments
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!resource.allowed().contains(field)) {
                throw StateFailure.of(
                    StateFailure.RUNTIME,
                    resource.action() + " knows no argument " + field + " in this engine");
              }
            });
  }

  private TaskRunner.Outcome invoke(JsonNode arguments) {
    var payload = arguments.path("Payload");
    var input = payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload;
    return switch (tasks.run(arguments.get("FunctionName").textValue(), Payload.copied(input))) {
      case TaskRunner.Outcome.Answered(var answer) -> {
        var result = JsonNodeFactory.instance.objectNode();
        result.put("ExecutedVersion", "$LATEST");
        result.set("Payload", Payload.copied(answer));
        result.put("StatusCode", 200);
        yield new TaskRunner.Outcome.Answered(result);
      }
      case TaskRunner.Outcome.Failed failed -> failed;
    };
  }

  private TaskRunner.Outcome startExecution(JsonNode arguments) {
    var input = arguments.path("Input");
    try {
      var started =
          starter.start(
              arguments.get("StateMachineArn").textValue(),
              arguments.path("Name").asText(null),
              input.isMissingNode() ? JsonNodeFactory.instance.objectNode() : input);
      var result = JsonNodeFactory.instance.objectNode();
      result.put("ExecutionArn", started.arn());
      result.put("StartDate", Iso.text(started.startDate()));
      return new TaskRunner.Outcome.Answered(result);
    } catch (StartRefused e) {
      return new TaskRunner.Outcome.Failed(
          "StepFunctions." + e.error() + "Exception", e.getMessage());
    }
  }
}
