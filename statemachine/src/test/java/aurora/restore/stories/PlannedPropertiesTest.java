package aurora.restore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Edge;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.error.VerificationFailed;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.Capacity;
import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.verify.Checks;
import aurora.restore.world.Container;
import aurora.restore.world.FunctionLogs;
import aurora.restore.world.InvocationFault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A restore that is about to be verified. Seen from there, a world that differs from the plan in
 * one property is a plan that differs from the world in it: each that the plan has is changed in
 * turn.
 */
class PlannedPropertiesTest {
  private static final HandlerFunction VERIFY = HandlerFunction.VERIFY_RESTORE;

  /** Where each record is in the plan. */
  private static final Map<Class<? extends Record>, String> PLACES =
      Map.of(
          ClusterPlan.class, "/cluster",
          ClusterSettings.class, "/cluster/settings",
          Capacity.class, "/cluster/capacity",
          InstancePlan.class, "/readers/0",
          InstanceSettings.class, "/readers/0/settings");

  private static final JsonNode ANOTHER_KEY =
      JsonNodeFactory.instance.textNode(
          "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-0000-0000-000000000000");

  private static Story story;
  private static JsonNode handed;

  @BeforeAll
  static void restoreUntilItIsToBeVerified() {
    story = Story.of(VerificationTest.everything());
    story
        .world()
        .invocationFaults()
        .add(
            new InvocationFault() {
              @Override
              public Optional<Outcome.Failed> before(String function, JsonNode payload) {
                if (function.equals(VERIFY.placeholder())) {
                  handed = payload.deepCopy();
                }
                return Optional.empty();
              }
            });
    var run = story.start(Story.DRILL, VerificationTest.everything());
    story.stepWhile(run, () -> handed == null, stepped -> {});
  }

  @AfterAll
  static void close() {
    story.close();
    handed = null;
  }

  static Stream<Checks.Property> properties() {
    return Checks.properties().stream();
  }

  @Test
  void restoreIsAsPlanned() {
    assertThat(verified(handed.deepCopy())).isInstanceOf(Outcome.Answered.class);
  }

  /** Its machine reads the report where a newer one reads whether to wait. */
  @Test
  void executionOfAnOlderDefinitionIsAnsweredTheReport() {
    var older = ((ObjectNode) handed.deepCopy()).without("since");
    assertThat(verified(older))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered ->
                assertThat(answered.payload().get("cluster_id").asText())
                    .isEqualTo("orders-drill-1"));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void propertyThatDiffersFromThePlanIsFound(Checks.Property property) {
    var changed = (ObjectNode) handed.deepCopy();
    change(changed.get("plan"), property);
    // What isn't seen any more after some time is gone.
    changed.put("since", story.world().now().minus(Duration.ofHours(1)).toString());

    var outcome = verified(changed);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    var failed = (Outcome.Failed) outcome;
    assertThat(failed.error()).as(failed.cause()).isEqualTo(VerificationFailed.class.getName());
    assertThat(failed.cause()).containsAnyOf(" " + property.what() + " is ", "doesn't exist");
  }

  private static Outcome verified(JsonNode payload) {
    var world = story.world();
    var edge = new Edge(world.console(), world::now, world.settings());
    return new Container(VERIFY.placeholder(), VERIFY.at(edge), new FunctionLogs(world::now))
        .invoke(payload);
  }

  private static void change(JsonNode plan, Checks.Property property) {
    var record = (ObjectNode) plan.at(PLACES.get(property.record()));
    var name = SnakeCaseStrategy.INSTANCE.translate(property.component());
    switch (record.get(name)) {
      case null -> record.set(name, otherThanDefault(property));
      case ArrayNode texts -> texts.removeAll().add("other");
      case JsonNode flag when flag.isBoolean() -> record.put(name, !flag.asBoolean());
      case JsonNode number when number.isIntegralNumber() -> record.put(name, number.asInt() + 1);
      case JsonNode number when number.isNumber() -> record.put(name, number.asDouble() + 1);
      case JsonNode text when name.endsWith("_id") && !name.equals("vpc_id") ->
          record.set(name, ANOTHER_KEY);
      case JsonNode text -> record.put(name, "other");
    }
  }

  /** A property that the plan left to RDS: asked for is what RDS's default isn't. */
  private static JsonNode otherThanDefault(Checks.Property property) {
    var type =
        Stream.of(property.record().getRecordComponents())
            .filter(component -> component.getName().equals(property.component()))
            .findFirst()
            .orElseThrow()
            .getType();
    var nodes = JsonNodeFactory.instance;
    if (type == Boolean.class) {
      return nodes.booleanNode(!property.component().equals("autoMinorVersionUpgrade"));
    }
    if (type == Integer.class || type == Long.class) {
      return nodes.numberNode(7);
    }
    return property.component().endsWith("KeyId") ? ANOTHER_KEY : nodes.textNode("other");
  }
}
