package aurora.restore.asl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a machine as a Mermaid flowchart that GitHub renders. The happy path runs down, questions
 * are diamonds, pauses are rounded, what catches an error hangs on dotted lines, a Map is a box
 * around its states, and ends are circles. The same machine always gives the same text.
 */
public final class Diagram {
  private static final int MOST_LABEL_CHARACTERS = 60;

  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final Map<String, String> ids = new HashMap<>();

  private Diagram() {}

  public static String mermaid(StateMachine machine) {
    var diagram = new Diagram();
    diagram.name(machine.states());
    diagram.text.append("  start((\" \")) --> ").append(diagram.ids.get(machine.startAt()));
    diagram.text.append('\n');
    diagram.states(machine.states(), "  ", "finish");
    return diagram.text.toString();
  }

  /** State names hold spaces and question marks, so the nodes get ids of their own. */
  private void name(Map<String, State> states) {
    for (var state : states.values()) {
      ids.put(state.name(), "s" + (ids.size() + 1));
      if (state instanceof State.MapState map) {
        name(map.processor().states());
      }
    }
  }

  private void states(Map<String, State> states, String indent, String finish) {
    for (var state : states.values()) {
      node(state, indent);
    }
    if (states.values().stream().anyMatch(s -> s instanceof State.Continuing && s.endsHere())) {
      line(indent, finish + "(((\" \")))");
    }
    for (var state : states.values()) {
      edges(state, indent, finish);
    }
  }

  private void node(State state, String indent) {
    var id = ids.get(state.name());
    var label = "\"" + escaped(state.name()) + "\"";
    switch (state) {
      case State.Task task -> line(indent, id + "[" + label + "]");
      case State.Choice choice -> line(indent, id + "{" + label + "}");
      case State.Wait pause -> line(indent, id + "([" + label + "])");
      case State.Succeed succeed -> line(indent, id + "(((" + label + ")))");
      case State.MapState map -> {
        line(indent, "subgraph " + id + "[" + label + "]");
        line(indent, "  direction TB");
        states(map.processor().states(), indent + "  ", id + "finish");
        line(indent, "end");
      }
    }
  }

  private void edges(State state, String indent, String finish) {
    var id = ids.get(state.name());
    switch (state) {
      case State.Task task -> {
        onwards(task, indent, finish);
        for (var catcher : task.catchers()) {
          line(
              indent,
              id
                  + " -. "
                  + label("on " + names(catcher.errorEquals()))
                  + " .-> "
                  + to(catcher.next()));
        }
      }
      case State.MapState map -> onwards(map, indent, finish);
      case State.Wait pause -> onwards(pause, indent, finish);
      case State.Choice choice -> {
        for (var rule : choice.rules()) {
          line(indent, id + " -- " + label(outcome(rule)) + " --> " + to(rule.next()));
        }
        if (choice.otherwise() != null) {
          line(indent, id + " -- " + label("otherwise") + " --> " + to(choice.otherwise()));
        }
      }
      case State.Succeed succeed -> {}
    }
  }

  private void onwards(State.Continuing state, String indent, String finish) {
    line(
        indent,
        ids.get(state.name()) + " --> " + (state.next() == null ? finish : to(state.next())));
  }

  private String to(String state) {
    var id = ids.get(state);
    if (id == null) {
      throw new AslException("", "'" + state + "' is no state, so no arrow can be drawn to it");
    }
    return id;
  }

  private static String names(List<String> errors) {
    return String.join(", ", errors);
  }

  private static String outcome(ChoiceRule rule) {
    if (rule.comment() != null) {
      return rule.comment();
    }
    var condition = rule.condition();
    return Expression.isExpression(condition)
        ? Expression.of(condition.textValue()).body()
        : condition.asText();
  }

  private static String label(String text) {
    var shortened =
        text.length() <= MOST_LABEL_CHARACTERS
            ? text
            : text.substring(0, MOST_LABEL_CHARACTERS - 1) + "…";
    return "\"" + escaped(shortened) + "\"";
  }

  /** Mermaid reads entity codes, written with a number sign, within quotes. */
  private static String escaped(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace('\n', ' ');
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }
}
