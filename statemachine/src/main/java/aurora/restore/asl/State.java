package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A state, as defined in the Amazon States Language for JSONata. A component is null where the
 * definition leaves its field out; {@code source} is the JSON it was read from, which nobody may
 * change.
 */
public sealed interface State {
  String name();

  String comment();

  ObjectNode source();

  /** The states this one may go on to, in the order of the source, errors included. */
  List<String> targets();

  /** Whether an execution, or the iteration of a Map, may end here. */
  boolean endsHere();

  /** A state that goes on to {@code Next} or, with {@code End}, is the last one. */
  sealed interface Continuing extends State {
    ObjectNode assign();

    JsonNode output();

    String next();

    boolean end();

    @Override
    default List<String> targets() {
      return next() == null ? List.of() : List.of(next());
    }

    @Override
    default boolean endsHere() {
      return end();
    }
  }

  /**
   * Calls a resource. Its failures may be retried and caught.
   *
   * @param timeoutSeconds a whole number or an expression
   */
  record Task(
      String name,
      String comment,
      String resource,
      JsonNode arguments,
      JsonNode timeoutSeconds,
      ObjectNode assign,
      JsonNode output,
      List<Retrier> retry,
      List<Catcher> catchers,
      String next,
      boolean end,
      ObjectNode source)
      implements Continuing {
    @Override
    public List<String> targets() {
      var targets = new ArrayList<>(Continuing.super.targets());
      catchers.forEach(catcher -> targets.add(catcher.next()));
      return List.copyOf(targets);
    }
  }

  /** Goes where the first rule that holds says; {@code otherwise} is the field Default. */
  record Choice(
      String name,
      String comment,
      List<ChoiceRule> rules,
      ObjectNode assign,
      JsonNode output,
      String otherwise,
      ObjectNode source)
      implements State {
    @Override
    public List<String> targets() {
      return Stream.concat(rules.stream().map(ChoiceRule::next), Stream.ofNullable(otherwise))
          .toList();
    }

    @Override
    public boolean endsHere() {
      return false;
    }
  }

  /**
   * Lets time pass.
   *
   * @param seconds a whole number or an expression
   */
  record Wait(
      String name,
      String comment,
      JsonNode seconds,
      ObjectNode assign,
      JsonNode output,
      String next,
      boolean end,
      ObjectNode source)
      implements Continuing {}

  /**
   * Runs the processor's states once per item, inline.
   *
   * @param items an array or an expression that comes to one; null means the state's input
   * @param itemSelector input of an iteration; null means the item itself
   * @param maxConcurrency a whole number or an expression; 0 or null for no limit
   */
  record MapState(
      String name,
      String comment,
      JsonNode items,
      JsonNode itemSelector,
      JsonNode maxConcurrency,
      ItemProcessor processor,
      ObjectNode assign,
      JsonNode output,
      String next,
      boolean end,
      ObjectNode source)
      implements Continuing {}

  /** Ends well. */
  record Succeed(String name, String comment, JsonNode output, ObjectNode source) implements State {
    @Override
    public List<String> targets() {
      return List.of();
    }

    @Override
    public boolean endsHere() {
      return true;
    }
  }
}
