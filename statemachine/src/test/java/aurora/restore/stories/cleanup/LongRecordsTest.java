package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.OperationStatus;
import aurora.restore.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records that are longer than a page: each answer is read to its end. */
class LongRecordsTest {
  /** DynamoDB ends a page of an answer after 1 MB. */
  private static final int ROWS = 4;

  private static final String FILLING = "x".repeat(350_000);

  /** Of the listing of executions, the largest there is. */
  private static final int A_PAGE = 1_000;

  @ParameterizedTest
  @ValueSource(strings = {"", "Wait For Instance"})
  void anExpiredDrillIsFoundAmongManyOperations(String stoppedAt) {
    try (var scene = new Scene()) {
      var status = stoppedAt.isEmpty() ? OperationStatus.SUCCEEDED : OperationStatus.FAILED;
      fillStates(scene.world(), status);
      var drill = input().put("expires_after_hours", 5);
      var run = stoppedAt.isEmpty() ? scene.restored(drill) : scene.stoppedAt(stoppedAt, drill);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo(status.name());
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(6)));

      assertThat(scene.world().reap().cleanUps()).containsExactly(DRILL);
      scene.world().run(run);
      scene.assertOnlyWhatWasThereBefore();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = OperationStatus.class,
      names = {"RUNNING", "CLEANING_UP"})
  void anOperationAtWorkIsCountedAmongManyOthers(OperationStatus status) {
    try (var scene = new Scene()) {
      fillStates(scene.world(), status);
      if (status == OperationStatus.RUNNING) {
        scene.world().start(DRILL, input());
      } else {
        scene.restored();
        scene.world().startCleanUp("clean-up-1", cleanUpOf(DRILL));
      }
      scene.world().runUntil(scene.world().now().plus(Duration.ofMinutes(1)));

      assertThat(scene.world().reap().running()).containsExactly(DRILL);
    }
  }

  @Test
  void aPurgeDeletesATrailOfSeveralPages() {
    try (var scene = new Scene()) {
      scene.restored();
      fillTrail(scene.world());

      var run = scene.cleanUp(cleanUpOf(DRILL).put("purge_records", true));

      scene.assertCleanedUp(run);
      assertThat(run.audit()).as("the clean-up's own record, and evidence").hasSize(2);
      assertThat(run.milestones()).containsExactly(Milestone.CLEANED_UP);
    }
  }

  @Test
  void theEndOfAnExecutionIsReportedAlthoughAThousandFollowedIt() {
    try (var scene = new Scene()) {
      scene.world().deliverEventsAfter();
      var mend = scene.breaks("CopySnapshot");
      var run = scene.world().restore(DRILL, input());
      mend.run();
      scene.world().run(scene.world().redrive(run));
      assertSucceeded(run);
      var planned = Json.MAPPER.createObjectNode().put("dry_run", true);
      planned.putArray("warnings");
      scene
          .world()
          .runFunctions(
              functions ->
                  (function, payload) ->
                      function.equals("PlanRestore")
                          ? new TaskRunner.Outcome.Answered(planned)
                          : functions.run(function, payload));
      for (int number = 1; number <= A_PAGE; number++) {
        scene.world().start("dry-" + number, input());
      }
      scene.world().runUntil(scene.world().now().plus(Duration.ofHours(1)));

      assertThat(scene.world().reap().reports()).containsExactly(run.execution().arn());
    }
  }

  /** Operations of long ago, which sort before any that begins now. */
  private static void fillStates(World world, OperationStatus status) {
    for (int number = 1; number <= ROWS; number++) {
      var id = "long-ago-" + number;
      var row = new HashMap<String, AttributeValue>();
      row.put("operation_id", AttributeValue.fromS(id));
      row.put("status", AttributeValue.fromS(status.name()));
      row.put(
          "execution_arn",
          AttributeValue.fromS(
              world
                      .engine()
                      .machineArn(Machine.RESTORE.id())
                      .replace(":stateMachine:", ":execution:")
                  + ":"
                  + id));
      row.put("redrive_count", AttributeValue.fromN("0"));
      row.put("started_at", AttributeValue.fromS("2026-01-01T00:00:00.000Z"));
      row.put("updated_at", AttributeValue.fromS("2026-01-01T00:00:00.000Z"));
      row.put("request", AttributeValue.fromM(Map.of("filling", AttributeValue.fromS(FILLING))));
      put(world, World.STATE_TABLE, row);
    }
  }

  /** Rows of the operation's trail that sort before all that follow. */
  private static void fillTrail(World world) {
    for (int number = 1; number <= ROWS; number++) {
      var row = new HashMap<String, AttributeValue>();
      row.put("operation_id", AttributeValue.fromS(DRILL));
      row.put("entry", AttributeValue.fromS("2026-01-0" + number + "T00:00:00.000Z#STARTED"));
      row.put("event", AttributeValue.fromS("FILLING"));
      row.put("filling", AttributeValue.fromS(FILLING));
      put(world, World.AUDIT_TABLE, row);
    }
  }

  private static void put(World world, String table, Map<String, AttributeValue> row) {
    world.console().dynamoDb().putItem(put -> put.tableName(table).item(row));
  }
}
