package aurora.restore.stories.telemetry;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.telemetry.Watched.DRILL;
import static aurora.restore.stories.telemetry.Watched.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.operation.Milestone;
import aurora.restore.telemetry.Metric;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class MetricsTest {
  private static void assertMeasuredOnce(Watched watched, Run run) {
    assertSucceeded(run);
    var report = run.output();
    assertThat(watched.measured(Metric.RTO))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("RtoSeconds")).isEqualTo(report.get("rto_seconds"));
              assertThat(line.get("RpoSeconds")).isEqualTo(report.get("rpo_seconds"));
              assertThat(line.get("operation_id").asText()).isEqualTo(run.operationId());
            });
    assertThat(watched.measured(Metric.RPO)).hasSize(1);
    var phases = new LinkedHashMap<String, JsonNode>();
    watched
        .measured(Metric.PHASE)
        .forEach(
            line ->
                assertThat(phases.put(line.get("phase").asText(), line.get("PhaseSeconds")))
                    .as(line.get("phase").asText())
                    .isNull());
    assertThat(Json.MAPPER.<JsonNode>valueToTree(phases)).isEqualTo(report.get("seconds"));
  }

  @Test
  void aWholeRestoreIsMeasuredOnce() {
    try (var watched = Watched.of(input())) {
      var run = watched.restore();

      assertMeasuredOnce(watched, run);
      assertThat(watched.measured(Metric.PHASE))
          .extracting(line -> line.get("phase").asText())
          .containsExactly("plan", "copy", "restore", "instances", "verify");
      assertThat(watched.measured(Metric.FAILURES)).isEmpty();
    }
  }

  @Test
  void theDashboardStacksThePhasesThatARestoreMeasures() {
    try (var watched = Watched.of(input())) {
      watched.restore();

      assertThat(watched.measured(Metric.PHASE))
          .extracting(line -> line.get("phase").asText())
          .containsExactlyElementsOf(Milestone.ofRestore().stream().map(Milestone::phase).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy-fails", "dynamodb-down-for-good", "execution-timeout", "aborted"})
  void whatCloudWatchIsToReadIsByItsRules(String fault) {
    try (var watched = Watched.of(input(), fault)) {
      var run = watched.restore();
      assertThat(run.execution().status()).isNotEqualTo(ExecutionStatus.SUCCEEDED);
      watched.mendAndRedrive(run);
      watched.world().reap();

      assertMeasuredOnce(watched, run);
      assertThat(watched.measured())
          .allSatisfy(line -> assertThat(EmbeddedMetricFormat.findings(line)).isEmpty())
          .allSatisfy(
              line ->
                  assertThat(line.findValues("Dimensions").toString())
                      .doesNotContain("operation", "execution", "request"));
    }
  }

  @Test
  void aDrillIsMeasuredAsAnyRestoreAndSaysThatItIsOne() {
    try (var watched = Watched.of(input().put("expires_after_hours", 5))) {
      var run = watched.restore();

      assertMeasuredOnce(watched, run);
      assertThat(watched.measured(Metric.RTO).getFirst().get("drill").asText()).isEqualTo("true");
    }
  }

  @Test
  void aDryRunMeasuresNothing() {
    try (var watched = Watched.of(input().put("dry_run", true))) {
      watched.restore();

      assertThat(watched.ends()).hasSize(1);
      assertThat(watched.measured()).isEmpty();
    }
  }

  @Test
  void aFailureIsCountedByItsClassAndARedriveAddsNoOther() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      var run = watched.restore();
      assertThat(watched.measured())
          .as("of a restore that failed, no part is measured")
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.get("Failures").asInt()).isEqualTo(1);
                assertThat(line.get("error").asText()).isEqualTo("CopyFailed");
                assertThat(line.get("operation_id").asText()).isEqualTo(DRILL);
                assertThat(line.get("machine").asText()).isEqualTo("restore");
                assertThat(line.get("failed_step").asText()).isEqualTo("Wait For Copy");
                assertThat(line.get("failed_execution").asText()).isEqualTo(run.execution().arn());
              });
      watched.world().runUntil(watched.world().now().plus(Duration.ofHours(9)));

      watched.mendAndRedrive(run);

      assertMeasuredOnce(watched, run);
      assertThat(watched.measured(Metric.FAILURES)).hasSize(1);
      assertThat(run.output().get("rto_seconds").asLong())
          .as("the hours that nobody redrove it are hours that the database was gone")
          .isGreaterThan(Duration.ofHours(9).toSeconds());
    }
  }

  @Test
  void failureIsToBeHandled() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      watched.restore();

      assertThat(watched.measured(Metric.TO_HANDLE))
          .singleElement()
          .satisfies(line -> assertThat(line.get("machine").asText()).isEqualTo("restore"));
    }
  }

  /** As when a schedule fires twice: the mail says so, and no alarm goes off. */
  @Test
  void repetitionThatIsRefusedIsAFailureWithNothingToHandle() {
    var input = input().put("operation_id", DRILL);
    try (var watched = Watched.of(input)) {
      var first = watched.world().start("first", input);
      var second = watched.world().start("second", input);
      watched.world().run(first);
      watched.world().run(second);

      assertThat(watched.measured(Metric.FAILURES))
          .singleElement()
          .satisfies(
              line -> assertThat(line.get("error").asText()).isEqualTo("OperationInProgress"));
      assertThat(watched.measured(Metric.TO_HANDLE)).isEmpty();
    }
  }

  @Test
  void executionThatSomebodyStoppedIsNotToBeHandled() {
    try (var watched = Watched.of(input())) {
      var run = watched.world().start(DRILL, input());
      watched.world().engine().stop(run.execution().arn(), "Stopped", "by an operator");
      watched.world().run(run);

      assertThat(watched.measured(Metric.FAILURES)).hasSize(1);
      assertThat(watched.measured(Metric.TO_HANDLE)).isEmpty();
    }
  }

  @Test
  void anEventThatComesTwiceIsOneFailure() {
    try (var watched = Watched.of(input(), "copy-fails", "event-twice")) {
      watched.restore();

      assertThat(watched.measured(Metric.FAILURES)).hasSize(1);
    }
  }

  @Test
  void aRecordWhoseAnswerWasLostIsMeasuredOnce() {
    try (var watched = Watched.of(input())) {
      watched.loseAnswerOf("Record Completed");
      watched.loseAnswerOf("Record Started");

      var run = watched.restore();

      assertMeasuredOnce(watched, run);
      assertThat(watched.ends())
          .filteredOn(line -> line.get("step").asText().equals("Record Completed"))
          .extracting(line -> line.get("message").asText())
          .containsExactly("recorded COMPLETED", "COMPLETED was recorded before");
    }
  }

  @Test
  void aFailureWhoseRecordWasLostIsMeasuredOnce() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      watched.loseAnswerOf("Record Failure");

      watched.restore();

      assertThat(watched.measured(Metric.FAILURES)).hasSize(1);
    }
  }

  @Test
  void aTransactionWhoseAnswerWasLostIsMeasuredOnce() {
    try (var watched = Watched.of(input(), "answer-lost=dynamodb:TransactWriteItems")) {
      var run = watched.restore();

      assertMeasuredOnce(watched, run);
    }
  }

  @Test
  void aRefusedExecutionOfARunningOperationIsAFailureAndNoRestore() {
    try (var watched = Watched.of(input())) {
      var first = watched.world().start("one", input().put("operation_id", DRILL));
      var second = watched.world().start("two", input().put("operation_id", DRILL));
      watched.world().run(first);

      assertThat(List.of(first.execution().status(), second.execution().status()))
          .containsExactlyInAnyOrder(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
      assertThat(watched.measured(Metric.RTO)).hasSize(1);
      assertThat(watched.measured(Metric.FAILURES))
          .singleElement()
          .satisfies(
              line -> assertThat(line.get("error").asText()).isEqualTo("OperationInProgress"));
    }
  }

  @Test
  void aCleanUpHasAPhaseOfItsOwn() {
    try (var watched = Watched.of(input())) {
      watched.restore();
      var run =
          watched
              .world()
              .cleanUp("clean-up-1", Json.MAPPER.createObjectNode().put("operation_id", DRILL));

      assertThat(watched.measured(Metric.PHASE))
          .filteredOn(line -> line.get("phase").asText().equals("clean-up"))
          .singleElement()
          .satisfies(
              line -> assertThat(line.get("PhaseSeconds")).isEqualTo(run.output().get("seconds")));
    }
  }
}
