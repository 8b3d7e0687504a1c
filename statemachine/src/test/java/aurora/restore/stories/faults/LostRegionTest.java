package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.edge.Json;
import aurora.restore.error.PreflightFailed;
import aurora.restore.error.TransientFailure;
import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.FaultRefused;
import aurora.restore.house.Repository;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import aurora.restore.world.WorldFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;

/** The night that docs/disaster.md is for: a region answers nothing, and its data is needed. */
class LostRegionTest {
  private static final String DOWN = "source-region-down=us-east-1";

  @Test
  void whatLiesInTheTargetRegionIsRestoredThoughNobodyAnswersInTheSource() {
    var run = restored(input("restore-lost-region.json"), "region-lost.json", DOWN);

    assertSucceeded(run);
    var output = run.output();
    assertThat(output.at("/snapshot/id").asText()).isEqualTo("orders-2026-11-22");
    assertThat(output.at("/instances/0/instance_class").asText()).isEqualTo("db.r6g.large");
    assertThat(output.get("warnings").toString()).contains("the source cluster orders is gone");
  }

  @Test
  void anInputThatNamesTheLostRegionIsRefusedWithTheSnapshotThatIsLeft() {
    var run = restored(input("restore.json"), "region-lost.json", DOWN);

    assertRefused(run);
    assertThat(run.errorMessage())
        .contains("source_region: us-east-1 has answered no call for a minute")
        .contains("source_region us-west-2, snapshot_id orders-2026-11-22 (the newest there, of")
        .contains("instance_class", "docs/disaster.md");
  }

  @Test
  void latestOfTheLostRegionIsAnsweredWithTheNewestOfTheClusterInTheTarget() {
    var input =
        input("restore.json").put("snapshot_id", "latest").put("source_cluster_id", "orders");
    var run = restored(input, "region-lost.json", DOWN);

    assertRefused(run);
    assertThat(run.errorMessage()).contains("snapshot_id orders-2026-11-22 (the newest there");
  }

  @Test
  void aCopyUnderAnotherNameIsFoundByWhatItWasCopiedFrom() {
    var input = Inputs.plain().put("instance_class", "db.r6g.large");
    try (var world = World.of(input, 1)) {
      world
          .console()
          .rds("us-west-2")
          .copyDBClusterSnapshot(
              call ->
                  call.sourceRegion("us-east-1")
                      .sourceDBClusterSnapshotIdentifier(
                          "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:orders-2026-11-22")
                      .targetDBClusterSnapshotIdentifier("kept-for-the-night"));
      world.runUntil(world.now().plus(Duration.ofHours(6)));
      FaultOrder.read(DOWN).in(world, input);
      var run = world.restore(Drill.DRILL, input);

      assertRefused(run);
      assertThat(run.errorMessage())
          .contains("snapshot_id kept-for-the-night")
          .doesNotContain("instance_class");
    }
  }

  @Test
  void whereNothingIsLeftTheRefusalSaysWhatWasLookedFor() {
    var input = input("restore.json").put("snapshot_id", "orders-2026-11-21");
    var run = restored(input, "region-lost.json", DOWN);

    assertRefused(run);
    assertThat(run.errorMessage())
        .contains("no available snapshot of the name orders-2026-11-21 lies in us-west-2");
  }

  @Test
  void aSourceThatAnswersAgainWithinTheMinuteIsWaitedFor() {
    var input = Inputs.plain();
    try (var world = World.of(input, 1)) {
      var fault = FaultOrder.read("source-region-down").in(world, input);
      world.after(Duration.ofSeconds(40), fault::mend);
      var run = world.restore(Drill.DRILL, input);

      assertThat(fault.strikes()).isPositive();
      assertSucceeded(run);
    }
  }

  @Test
  void aRedriveSucceedsOnceTheRegionAnswersAgain() {
    try (var drill = Drill.of(Inputs.plain(), "source-region-down")) {
      var run = drill.restore();
      assertRefused(run);

      drill.redrive(run);

      Honest.assertSucceeded(drill, run);
    }
  }

  /** 5xx is what a region in trouble answers before it answers nothing. */
  @ParameterizedTest
  @CsvSource({"InternalFailure, 500", "ServiceUnavailable, 503"})
  void aSourceThatAnswersNothingButErrorsOfItsOwnForAMinuteIsTakenForLost(String code, int status) {
    var input = Inputs.plain();
    try (var world = World.of(input, 1)) {
      world.callFaults().add(new Unwell("us-east-1", new AwsError(code, status, "Not now.")));
      var run = world.restore(Drill.DRILL, input);

      assertRefused(run);
      assertThat(run.errorMessage()).contains("us-east-1", "docs/disaster.md");
    }
  }

  @Test
  void aTargetThatAnswersErrorsOfItsOwnIsNotTakenForALostSource() {
    var input = Inputs.plain();
    try (var world = World.of(input, 1)) {
      world
          .callFaults()
          .add(new Unwell("us-west-2", new AwsError("ServiceUnavailable", 503, "Not now.")));
      var run = world.restore(Drill.DRILL, input);

      assertFailed(run, TransientFailure.class);
    }
  }

  /** A region whose RDS is there, and can't do what it is asked. */
  private record Unwell(String region, AwsError error) implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (region.equals(caller.region()) && service.equals("rds")) {
        throw error;
      }
    }
  }

  @Test
  void theRegionOfThePipelineCantBeTheOneThatIsDown() {
    var input = Inputs.plain();
    try (var world = World.of(input, 1)) {
      assertThatThrownBy(() -> FaultOrder.read("source-region-down=us-west-2").in(world, input))
          .isInstanceOf(FaultRefused.class)
          .hasMessageContaining("the pipeline runs in us-west-2");
      assertThatThrownBy(() -> FaultOrder.read("source-region-down=us-est-1").in(world, input))
          .isInstanceOf(FaultRefused.class)
          .hasMessageContaining("us-east-1");
    }
  }

  private static Run restored(ObjectNode input, String description, String fault) {
    var file = Repository.path("docs/examples/worlds/" + description);
    try (var world = new World(WorldFile.read(file), World.home(input), 1)) {
      FaultOrder.read(fault).in(world, input);
      return world.restore(Drill.DRILL, input);
    }
  }

  private static ObjectNode input(String example) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(Repository.read("docs/examples/" + example));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(example + " is JSON", e);
    }
  }

  private static void assertRefused(Run run) {
    assertFailed(run, PreflightFailed.class);
    assertThat(Drill.length(run)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(5));
  }
}
