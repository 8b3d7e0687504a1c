package aurora.restore.engine;

import aurora.restore.asl.Expression;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Evaluates the expressions of a definition. Whatever goes wrong, an undefined result included, is
 * a {@code States.QueryEvaluationError} that names the field.
 */
final class JsonataEvaluator {
  /**
   * An expression that takes longer than this, of real time, never ends. Step Functions allows 1 s.
   */
  private static final long MOST_MILLIS = 5_000;

  private static final int MOST_DEPTH = 300;

  private record Compiled(Expression expression, Jsonata program) {}

  /** More are compiled each time: see {@link Definitions}. */
  private static final int MOST_COMPILED = 2_000;

  /** Shared by all engines of a JVM: what belongs to one of them is bound to the frame alone. */
  private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();

  /** What an expression may read: {@code $states} and the variables in scope. */
  record Bindings(ObjectNode states, Scope scope) {
    /** The same with one more field of {@code $states}. */
    Bindings with(String field, JsonNode value) {
      var more = JsonNodeFactory.instance.objectNode();
      more.setAll(states);
      more.set(field, value);
      return new Bindings(more, scope);
    }
  }

  /** Evaluates every expression within {@code template}; all else is taken as it stands. */
  JsonNode evaluate(JsonNode template, String field, Bindings bindings) {
    return switch (template.getNodeType()) {
      case STRING ->
          Expression.isExpression(template) ? run(template.textValue(), field, bindings) : template;
      case OBJECT -> {
        var object = JsonNodeFactory.instance.objectNode();
        template
            .properties()
            .forEach(
                entry ->
                    object.set(
                        entry.getKey(),
                        evaluate(entry.getValue(), field + "/" + entry.getKey(), bindings)));
        yield object;
      }
      case ARRAY -> {
        var array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < template.size(); i++) {
          array.add(evaluate(template.get(i), field + "/" + i, bindings));
        }
        yield array;
      }
      case NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> template;
    };
  }

  private JsonNode run(String text, String field, Bindings bindings) {
    var code = compile(text, field);
    var frame = code.program().createFrame();
    frame.setRuntimeBounds(MOST_MILLIS, MOST_DEPTH);
    if (code.expression().variables().contains("states")) {
      frame.bind("states", JsonataValues.toLibrary(bindings.states()));
    }
    for (var name : code.expression().variables()) {
      var value = bindings.scope().get(name);
      if (value != null) {
        frame.bind(name, JsonataValues.toLibrary(value));
      }
    }
    try {
      var result = code.program().evaluate(null, frame);
      if (result == null) {
        throw failure(text, field, "returned nothing (undefined)" + unassigned(code, bindings));
      }
      return JsonataValues.fromLibrary(result);
    } catch (JException | IllegalArgumentException | ClassCastException | StackOverflowError e) {
      // The library reports some type errors as a failed cast of its own.
      throw failure(text, field, "failed: " + e.getMessage());
    }
  }

  private static String unassigned(Compiled code, Bindings bindings) {
    var names =
        code.expression().variables().stream()
            .filter(name -> !name.equals("states") && bindings.scope().get(name) == null)
            .map(name -> "$" + name)
            .toList();
    return names.isEmpty() ? "" : "; not assigned so far: " + String.join(", ", names);
  }

  private static StateFailure failure(String text, String field, String what) {
    return StateFailure.query(
        field, "The JSONata expression '" + text + "' of the field '" + field + "' " + what);
  }

  private Compiled compile(String text, String field) {
    var known = COMPILED.get(text);
    if (known != null) {
      return known;
    }
    var expression = Expression.of(text);
    try {
      var program = Jsonata.jsonata(expression.body());
      program.setOutputConvertNulls(false);
      var fresh = new Compiled(expression, program);
      if (COMPILED.size() < MOST_COMPILED) {
        COMPILED.put(text, fresh);
      }
      return fresh;
    } catch (JException e) {
      throw failure(text, field, "can't be parsed: " + e.getMessage());
    }
  }
}
