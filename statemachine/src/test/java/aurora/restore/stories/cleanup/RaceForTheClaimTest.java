package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Story.DRILL;
import static aurora.restore.stories.cleanup.Scene.cleanUpOf;
import static aurora.restore.stories.cleanup.Scene.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Another execution claims the operation right between the look at its row and the write. */
class RaceForTheClaimTest {
  private static final String ANOTHER =
      "arn:aws:states:us-west-2:111122223333:execution:restore:another";

  @Test
  void aRestoreThatComesSecondMakesNothing() {
    try (var scene = new Scene()) {
      scene.world().callFaults().add(new Claimed(scene.world()));

      var run = scene.world().restore(DRILL, input());

      assertRefusedAt(run, "Record Started");
      assertThat(scene.left()).isEmpty();
    }
  }

  @Test
  void aCleanUpThatComesSecondDeletesNothing() {
    try (var scene = new Scene()) {
      scene.restored();
      scene.world().callFaults().add(new Claimed(scene.world()));

      var run = scene.cleanUp(cleanUpOf(DRILL));

      assertRefusedAt(run, "Record Clean Up Started");
      assertThat(scene.calls().deletions()).isEmpty();
    }
  }

  private static void assertRefusedAt(Run run, String state) {
    assertFailed(run, OperationInProgress.class);
    assertThat(run.execution().failedState()).isEqualTo(state);
    assertThat(run.errorMessage()).contains(ANOTHER);
    assertThat(run.state().orElseThrow().get("execution_arn").asText()).isEqualTo(ANOTHER);
  }

  /** The next transaction finds the row claimed by another. */
  private static final class Claimed implements Faults {
    private final World world;
    private boolean done;

    Claimed(World world) {
      this.world = world;
    }

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (done || !operation.equals("TransactWriteItems")) {
        return;
      }
      done = true;
      var now = AttributeValue.fromS("2026-11-23T03:00:00.000Z");
      world
          .console()
          .dynamoDb()
          .putItem(
              put ->
                  put.tableName(World.STATE_TABLE)
                      .item(
                          Map.of(
                              "operation_id", AttributeValue.fromS(DRILL),
                              "status", AttributeValue.fromS("RUNNING"),
                              "execution_arn", AttributeValue.fromS(ANOTHER),
                              "redrive_count", AttributeValue.fromN("0"),
                              "started_at", now,
                              "updated_at", now)));
    }
  }
}
