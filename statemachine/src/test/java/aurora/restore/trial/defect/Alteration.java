package aurora.restore.trial.defect;

import aurora.restore.engine.TaskRunner;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.wire.HttpCall;
import aurora.restore.simulation.wire.HttpReply;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Defects that alter one thing of a function. */
final class Alteration {
  private Alteration() {}

  /** How an answer of AWS is seen. */
  @FunctionalInterface
  interface Sight {
    HttpReply of(Text call, HttpReply reply, JsonNode payload);
  }

  static Consumer<World> handed(
      BiFunction<World, ObjectNode, JsonNode> change, HandlerFunction... functions) {
    return in(
        new Altered() {
          @Override
          public JsonNode handed(World world, ObjectNode payload) {
            return change.apply(world, payload);
          }
        },
        functions);
  }

  static Consumer<World> asked(
      BiFunction<Text, JsonNode, HttpCall> change, HandlerFunction... functions) {
    return in(
        new Altered() {
          @Override
          public HttpCall asked(Text call, JsonNode payload) {
            return change.apply(call, payload);
          }
        },
        functions);
  }

  static Consumer<World> seen(Sight sight, HandlerFunction... functions) {
    return in(
        new Altered() {
          @Override
          public HttpReply seen(Text call, HttpReply reply, JsonNode payload) {
            return sight.of(call, reply, payload);
          }
        },
        functions);
  }

  /** These calls are answered as if they had been made. */
  static Consumer<World> skipped(String operation, HandlerFunction... functions) {
    return in(
        new Altered() {
          @Override
          public Optional<HttpReply> skipped(Text call, JsonNode payload) {
            return call.is(operation) ? Optional.of(Text.nothing(operation)) : Optional.empty();
          }
        },
        functions);
  }

  static Consumer<World> told(
      UnaryOperator<TaskRunner.Outcome> change, HandlerFunction... functions) {
    return in(
        new Altered() {
          @Override
          public TaskRunner.Outcome told(TaskRunner.Outcome outcome, JsonNode payload) {
            return change.apply(outcome);
          }
        },
        functions);
  }

  static Consumer<World> all(Consumer<World> one, Consumer<World> other) {
    return one.andThen(other);
  }

  private static Consumer<World> in(Altered altered, HandlerFunction... functions) {
    return world -> Altered.in(world, altered, functions);
  }

  /** The operation that a payload is about. */
  static String operation(JsonNode payload) {
    return payload
        .at("/plan/operation_id")
        .asText(
            payload
                .at("/execution/Input/operation_id")
                .asText(payload.at("/execution/Name").asText()));
  }

  /** All tags that an answer shows say that what carries them is the operation's. */
  static HttpReply ours(HttpReply reply, JsonNode payload) {
    var tag =
        "<Tag><Key>aurora-restore:operation-id</Key><Value>"
            + operation(payload)
            + "</Value></Tag>";
    return Text.changed(
        reply,
        body ->
            body.replaceAll(
                    "<Tag><Key>aurora-restore:operation-id</Key><Value>[^<]*</Value></Tag>", "")
                .replace("</TagList>", tag + "</TagList>"));
  }
}
