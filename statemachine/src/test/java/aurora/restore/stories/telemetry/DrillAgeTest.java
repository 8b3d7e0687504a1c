package aurora.restore.stories.telemetry;

import static aurora.restore.stories.telemetry.Watched.DRILL;
import static aurora.restore.stories.telemetry.Watched.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.operation.OperationStatus;
import aurora.restore.telemetry.Metric;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillAgeTest {
  private static final Duration MONTH = Duration.ofDays(31);

  /** Of those that were cleaned up, ten are read at once. */
  private static final int MORE_THAN_A_PAGE = 11;

  private static ObjectNode drill() {
    return input().put("expires_after_hours", 5);
  }

  private static void letPass(Watched watched, Duration time) {
    watched.world().runUntil(watched.world().now().plus(time));
  }

  private static void cleanUp(Watched watched, String operation, String name) {
    watched.world().cleanUp(name, Json.MAPPER.createObjectNode().put("operation_id", operation));
  }

  private static String status(Run run) {
    return run.state().orElseThrow().get("status").asText();
  }

  /** When its cluster was verified, as the restore itself has measured it. */
  private static Instant completed(Watched watched, Run run) {
    var rto = watched.measured(Metric.RTO).getLast().get("RtoSeconds").asLong();
    return run.execution().startDate().plusSeconds(rto);
  }

  private static void assertMeasuredSince(Watched watched, Instant completed) {
    var before = watched.measured(Metric.DRILL_AGE).size();
    var age = Duration.between(completed, watched.world().now()).toSeconds();

    assertThat(watched.world().reap().drillAgeSeconds()).isEqualTo(age);

    assertThat(watched.measured(Metric.DRILL_AGE))
        .hasSize(before + 1)
        .last()
        .satisfies(line -> assertThat(line.get("DrillAgeSeconds").asLong()).isEqualTo(age));
  }

  private static void assertNoneKnown(Watched watched) {
    assertThat(watched.world().reap().drillAgeSeconds()).isNull();

    assertThat(watched.measured(Metric.DRILL_AGE)).isEmpty();
    assertThat(watched.ends().getLast().get("message").asText()).endsWith("latest drill: none");
  }

  @Test
  void whereThereWasNeverADrillNothingIsMeasured() {
    try (var watched = Watched.of(input())) {
      assertNoneKnown(watched);
    }
  }

  @Test
  void aPlainRestoreIsNoDrillEvenWhenItIsCleanedUp() {
    try (var watched = Watched.of(input())) {
      assertThat(status(watched.restore())).isEqualTo("SUCCEEDED");
      assertNoneKnown(watched);

      cleanUp(watched, DRILL, "clean-up-1");
      assertNoneKnown(watched);
    }
  }

  @Test
  void aDryRunIsNoDrill() {
    try (var watched = Watched.of(drill().put("dry_run", true))) {
      watched.restore();

      assertNoneKnown(watched);
    }
  }

  @Test
  void aDrillThatFailedWasNotCompletedUntilItsRedriveHasDoneSo() {
    try (var watched = Watched.of(drill(), "copy-fails")) {
      var run = watched.restore();
      letPass(watched, Duration.ofHours(1));
      assertThat(status(run)).isEqualTo("FAILED");
      assertNoneKnown(watched);

      watched.mendAndRedrive(run);

      assertThat(status(run)).isEqualTo("SUCCEEDED");
      assertMeasuredSince(watched, completed(watched, run));
    }
  }

  @Test
  void aDrillCountsFromItsEndWhileItWaitsIsCleanedUpAndHasBeen() {
    try (var watched = Watched.of(drill())) {
      var run = watched.restore();
      var completed = completed(watched, run);
      letPass(watched, Duration.ofHours(1));
      assertThat(status(run)).isEqualTo("SUCCEEDED");
      assertMeasuredSince(watched, completed);

      letPass(watched, Duration.ofHours(5));
      assertThat(watched.world().reap().cleanUps()).containsExactly(DRILL);
      letPass(watched, Duration.ofMinutes(3));
      assertThat(status(run)).isEqualTo("CLEANING_UP");
      assertMeasuredSince(watched, completed);

      letPass(watched, MONTH);
      assertThat(status(run)).isEqualTo("CLEANED_UP");
      assertMeasuredSince(watched, completed);
    }
  }

  @Test
  void aDrillWhoseCleanUpFailedWasCompletedAllTheSame() {
    try (var watched = Watched.of(drill())) {
      var run = watched.restore();
      var completed = completed(watched, run);
      watched.world().invocationFaults().add(new Broken("TearDown"));
      cleanUp(watched, DRILL, "clean-up-1");
      letPass(watched, Duration.ofHours(1));

      assertThat(status(run)).isEqualTo("FAILED");
      assertMeasuredSince(watched, completed);
    }
  }

  @Test
  void theLatestOfSeveralDrillsCountsWhateverElseWasRestoredAfterIt() {
    try (var watched = Watched.of(drill())) {
      watched.restore();
      cleanUp(watched, DRILL, "clean-up-1");
      letPass(watched, MONTH);
      var second = watched.world().restore("drill-2", drill());
      var completed = completed(watched, second);
      assertMeasuredSince(watched, completed);

      cleanUp(watched, "drill-2", "clean-up-2");
      letPass(watched, Duration.ofHours(1));
      watched.world().restore("plain", input());
      cleanUp(watched, "plain", "clean-up-of-plain");
      for (var purged = 1; purged <= MORE_THAN_A_PAGE; purged++) {
        watched.put("purged-" + purged, OperationStatus.CLEANED_UP, watched.world().now());
      }

      assertMeasuredSince(watched, completed);
    }
  }

  @Test
  void whatWasPurgedIsKnownNoMore() {
    try (var watched = Watched.of(drill())) {
      watched.restore();
      watched
          .world()
          .cleanUp(
              "clean-up-1",
              Json.MAPPER.createObjectNode().put("operation_id", DRILL).put("purge_records", true));

      assertNoneKnown(watched);
    }
  }

  /** A function that fails whenever it is called. */
  private record Broken(String broken) implements InvocationFault {
    @Override
    public Optional<Failed> before(String function, JsonNode payload) {
      return function.equals(broken)
          ? Optional.of(new Failed("java.lang.NoClassDefFoundError", "{\"errorMessage\":\"x\"}"))
          : Optional.empty();
    }
  }
}
