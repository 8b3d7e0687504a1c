package aurora.restore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.time.VirtualTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** A small world around an engine: functions that answer as told, and a way to let time pass. */
final class Bench {
  static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  final VirtualTime time;
  final Engine engine;
  final List<JsonNode> payloads = new ArrayList<>();
  final List<Instant> calls = new ArrayList<>();
  private final Map<String, Function<JsonNode, TaskRunner.Outcome>> functions = new TreeMap<>();

  private Bench(long seed) {
    time = new VirtualTime(START, new Random(seed));
    engine = new Engine(time, new Random(seed + 1), "123456789012", "us-east-1", this::run);
    function("echo", Bench::answer);
  }

  static Bench seed(long seed) {
    return new Bench(seed);
  }

  private TaskRunner.Outcome run(String function, JsonNode payload) {
    calls.add(time.instant());
    payloads.add(payload);
    assertThat(functions).containsKey(function);
    return functions.get(function).apply(payload);
  }

  Bench function(String name, Function<JsonNode, TaskRunner.Outcome> body) {
    functions.put(name, body);
    return this;
  }

  /** Fails with these errors, call by call, and answers its payload from then on. */
  Bench failing(String name, String... errors) {
    Deque<String> left = new ArrayDeque<>(List.of(errors));
    return function(name, payload -> left.isEmpty() ? answer(payload) : fail(left.pop()));
  }

  /** Answers its payload after so long. */
  Bench slow(String name, Duration duration) {
    return function(
        name,
        payload -> {
          time.spend(duration);
          return answer(payload);
        });
  }

  static TaskRunner.Outcome answer(JsonNode payload) {
    return new TaskRunner.Outcome.Answered(payload);
  }

  static TaskRunner.Outcome fail(String error) {
    return new TaskRunner.Outcome.Failed(error, "because of " + error);
  }

  /**
   * Deploys machine {@code m}, given as its fields but for the query language, in single quotes.
   */
  Bench machine(String fields) {
    engine.deploy("m", definition(fields), Map.of());
    return this;
  }

  static String definition(String fields) {
    return "{'QueryLanguage':'JSONata',%s}".formatted(fields).replace('\'', '"');
  }

  /** A call of a function with a payload, as the first fields of a Task. */
  static String call(String function, String payload) {
    return "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
        + "'Arguments':{'FunctionName':'%s','Payload':%s}".formatted(function, payload);
  }

  Execution start(String name, JsonNode input) {
    return engine.start("m", name, input);
  }

  /** Starts an execution and drives it to its end. */
  Execution run(JsonNode input) {
    return finish(start("x", input));
  }

  Execution run() {
    return run(JsonNodeFactory.instance.objectNode());
  }

  Execution finish(Execution execution) {
    while (execution.isRunning()) {
      assertThat(time.runNext()).as("the execution is stuck").isTrue();
    }
    return execution;
  }

  Execution redrive(Execution execution) {
    return finish(engine.redrive(execution.arn()));
  }

  /** Lets time pass up to an instant, even if nothing happens then. */
  void until(Instant instant) {
    time.at(instant, () -> {});
    while (time.nextDue() != null && !time.nextDue().isAfter(instant)) {
      time.runNext();
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static List<String> types(Execution execution) {
    return execution.history().stream().map(HistoryEvent::typeAsString).toList();
  }

  static long count(Execution execution, HistoryEventType type) {
    return execution.history().stream().filter(event -> event.type() == type).count();
  }
}
