package aurora.restore.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads a definition, strictly: an unknown field, a missing one, a wrong type or a state type that
 * nothing here uses is an {@link AslException} that names the place. Whether the states make sense
 * together is the {@link Linter}'s business. The fields are those of the Step Functions Developer
 * Guide, "State machine structure in Amazon States Language".
 */
public final class AslReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static final List<String> MACHINE_FIELDS =
      List.of("Comment", "QueryLanguage", "StartAt", "TimeoutSeconds", "States");

  /** The fields of each state type, in the one order that the house style asks for. */
  static final Map<String, List<String>> STATE_FIELDS =
      Map.of(
          "Task",
          List.of(
              "Type",
              "Comment",
              "Resource",
              "Arguments",
              "TimeoutSeconds",
              "Assign",
              "Output",
              "Retry",
              "Catch",
              "Next",
              "End"),
          "Choice",
          List.of("Type", "Comment", "Choices", "Assign", "Output", "Default"),
          "Wait",
          List.of("Type", "Comment", "Seconds", "Assign", "Output", "Next", "End"),
          "Map",
          List.of(
              "Type",
              "Comment",
              "Items",
              "ItemSelector",
              "ItemProcessor",
              "MaxConcurrency",
              "Assign",
              "Output",
              "Next",
              "End"),
          "Succeed",
          List.of("Type", "Comment", "Output"));

  static final List<String> RULE_FIELDS =
      List.of("Comment", "Condition", "Assign", "Output", "Next");
  private static final List<String> RETRIER_FIELDS =
      List.of(
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy");
  private static final List<String> CATCHER_FIELDS =
      List.of("Comment", "ErrorEquals", "Assign", "Output", "Next");

  /** Longest wait and longest time limit that Step Functions accepts. */
  private static final long MOST_SECONDS = 99_999_999;

  private static final long MOST_DELAY_SECONDS = 31_622_400;

  private AslReader() {}

  /** Reads a definition as it is, placeholders and all. */
  public static StateMachine read(String definition) {
    var fields = DefinitionObject.of("", parse(definition), MACHINE_FIELDS);
    var language = fields.requiredText("QueryLanguage");
    if (!language.equals("JSONata")) {
      throw fields.wrong("QueryLanguage", "must be JSONata, not " + language);
    }
    return new StateMachine(
        fields.text("Comment"),
        fields.requiredText("StartAt"),
        states(fields),
        fields.whole("TimeoutSeconds", 1, MOST_SECONDS),
        fields.source());
  }

  private static JsonNode parse(String definition) {
    try {
      return JSON.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new AslException("", "is no JSON: " + e.getOriginalMessage() + ", " + where(e));
    }
  }

  private static String where(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "place unknown" : "line " + at.getLineNr() + " column " + at.getColumnNr();
  }

  private static SequencedMap<String, State> states(DefinitionObject parent) {
    parent.require("States");
    var source = DefinitionObject.object(parent.at("States"), parent.json("States"));
    if (source.isEmpty()) {
      throw parent.wrong("States", "must not be empty");
    }
    var states = new LinkedHashMap<String, State>();
    source
        .properties()
        .forEach(
            entry -> {
              var path = parent.at("States") + "." + entry.getKey();
              states.put(entry.getKey(), state(path, entry.getKey(), entry.getValue()));
            });
    return Collections.unmodifiableSequencedMap(states);
  }

  private static State state(String path, String name, JsonNode node) {
    var source = DefinitionObject.object(path, node);
    var type = source.path("Type").asText(null);
    if (type == null) {
      throw new AslException(path + ".Type", "is missing");
    }
    var known = STATE_FIELDS.get(type);
    if (known == null) {
      throw new AslException(
          path + ".Type",
          type
              + " is no state type that is used here"
              + NearestName.hint(type, STATE_FIELDS.keySet()));
    }
    var fields = DefinitionObject.of(path, source, known);
    // A switch over a string can't do without a default; the map above holds the same five names.
    return switch (type) {
      case "Task" -> task(name, fields);
      case "Choice" -> choice(name, fields);
      case "Wait" -> pause(name, fields);
      case "Map" -> map(name, fields);
      case "Succeed" ->
          new State.Succeed(name, fields.text("Comment"), fields.json("Output"), source);
      default -> throw new AslException(path + ".Type", type + " has fields but no reader");
    };
  }

  private static State task(String name, DefinitionObject fields) {
    return new State.Task(
        name,
        fields.text("Comment"),
        fields.requiredText("Resource"),
        fields.json("Arguments"),
        fields.wholeOrExpression("TimeoutSeconds", 1, MOST_SECONDS),
        fields.objectOrNull("Assign"),
        fields.json("Output"),
        retry(fields),
        catchers(fields),
        fields.text("Next"),
        fields.flag("End"),
        fields.source());
  }

  private static State choice(String name, DefinitionObject fields) {
    fields.require("Choices");
    return new State.Choice(
        name,
        fields.text("Comment"),
        fields.each("Choices", AslReader::rule),
        fields.objectOrNull("Assign"),
        fields.json("Output"),
        fields.text("Default"),
        fields.source());
  }

  private static ChoiceRule rule(DefinitionObject.Element element) {
    var fields = DefinitionObject.of(element.path(), element.node(), RULE_FIELDS);
    fields.require("Condition");
    var condition = fields.json("Condition");
    if (!condition.isBoolean() && !Expression.isExpression(condition)) {
      throw fields.wrong("Condition", "must be true, false or a {% … %} expression");
    }
    return new ChoiceRule(
        fields.text("Comment"),
        condition,
        fields.objectOrNull("Assign"),
        fields.json("Output"),
        fields.requiredText("Next"));
  }

  private static State pause(String name, DefinitionObject fields) {
    fields.require("Seconds");
    return new State.Wait(
        name,
        fields.text("Comment"),
        fields.wholeOrExpression("Seconds", 0, MOST_SECONDS),
        fields.objectOrNull("Assign"),
        fields.json("Output"),
        fields.text("Next"),
        fields.flag("End"),
        fields.source());
  }

  private static State map(String name, DefinitionObject fields) {
    var items = fields.json("Items");
    if (items != null && !items.isArray() && !Expression.isExpression(items)) {
      throw fields.wrong("Items", "must be an array or a {% … %} expression");
    }
    return new State.MapState(
        name,
        fields.text("Comment"),
        items,
        fields.json("ItemSelector"),
        fields.wholeOrExpression("MaxConcurrency", 0, Integer.MAX_VALUE),
        processor(fields),
        fields.objectOrNull("Assign"),
        fields.json("Output"),
        fields.text("Next"),
        fields.flag("End"),
        fields.source());
  }

  private static ItemProcessor processor(DefinitionObject map) {
    map.require("ItemProcessor");
    var fields =
        DefinitionObject.of(
            map.at("ItemProcessor"),
            map.json("ItemProcessor"),
            List.of("ProcessorConfig", "StartAt", "States"));
    ObjectNode config = fields.objectOrNull("ProcessorConfig");
    if (config != null) {
      var mode = DefinitionObject.of(fields.at("ProcessorConfig"), config, List.of("Mode"));
      if (!mode.requiredText("Mode").equals("INLINE")) {
        throw mode.wrong("Mode", "must be INLINE, not " + mode.text("Mode"));
      }
    }
    return new ItemProcessor(fields.requiredText("StartAt"), states(fields), fields.source());
  }

  private static List<Retrier> retry(DefinitionObject state) {
    return state.each(
        "Retry",
        element -> {
          var fields = DefinitionObject.of(element.path(), element.node(), RETRIER_FIELDS);
          return new Retrier(
              fields.texts("ErrorEquals"),
              orElse(fields.whole("IntervalSeconds", 1, MOST_SECONDS), 1L),
              orElse(fields.whole("MaxAttempts", 0, MOST_SECONDS), 3L),
              orElse(fields.number("BackoffRate"), 2.0),
              fields.whole("MaxDelaySeconds", 1, MOST_DELAY_SECONDS),
              jitter(fields));
        });
  }

  private static Retrier.Jitter jitter(DefinitionObject fields) {
    var strategy = fields.text("JitterStrategy");
    if (strategy == null) {
      return null;
    }
    for (var jitter : Retrier.Jitter.values()) {
      if (jitter.name().equals(strategy)) {
        return jitter;
      }
    }
    throw fields.wrong("JitterStrategy", "must be FULL or NONE, not " + strategy);
  }

  private static List<Catcher> catchers(DefinitionObject state) {
    return state.each(
        "Catch",
        element -> {
          var fields = DefinitionObject.of(element.path(), element.node(), CATCHER_FIELDS);
          return new Catcher(
              fields.texts("ErrorEquals"),
              fields.objectOrNull("Assign"),
              fields.json("Output"),
              fields.requiredText("Next"));
        });
  }

  private static <T> T orElse(T value, T fallback) {
    return value == null ? fallback : value;
  }
}
