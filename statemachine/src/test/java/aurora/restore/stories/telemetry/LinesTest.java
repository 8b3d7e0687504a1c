package aurora.restore.stories.telemetry;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.telemetry.Watched.DRILL;
import static aurora.restore.stories.telemetry.Watched.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.error.RefusedByAws;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class LinesTest {
  private static long scheduled(Execution execution) {
    return execution.history().stream()
        .filter(event -> event.type() == HistoryEventType.TASK_SCHEDULED)
        .count();
  }

  private static String text(JsonNode line, String member) {
    return line.path(member).asText();
  }

  @Test
  void everyInvocationOfARestoreEndsInOneLineThatSaysWhatItWasAbout() {
    try (var watched = Watched.of(input())) {
      var run = watched.restore();
      assertSucceeded(run);

      assertThat(watched.ends()).hasSize((int) scheduled(run.execution()));
      assertThat(watched.lines())
          .allSatisfy(
              line -> {
                assertThat(text(line, "level")).isEqualTo("INFO");
                assertThat(text(line, "message")).isNotBlank();
                assertThat(text(line, "deployment")).isEqualTo("aurora-restore");
                assertThat(text(line, "function")).isNotBlank();
                assertThat(text(line, "request_id")).startsWith("request-");
                assertThat(text(line, "operation_id")).isEqualTo(DRILL);
                assertThat(text(line, "execution")).isEqualTo(run.execution().arn());
                assertThat(line.path("redrive_count").isInt()).isTrue();
                assertThat(text(line, "step")).isNotBlank();
              });
      assertThat(watched.ends())
          .extracting(line -> text(line, "step") + ": " + text(line, "message"))
          .startsWith(
              "Plan Restore: planned: orders-2026-11-22 by a copy into cluster orders-drill-1 of"
                  + " us-west-2, instances: 2, warnings: 0, findings: 0",
              "Record Started: recorded STARTED")
          .contains("Wait For Copy: READY: available")
          .anyMatch(it -> it.matches("Wait For Copy: PENDING: copying, \\d+ %, next look in .*"));
      assertThat(watched.ends())
          .filteredOn(line -> text(line, "step").equals("Wait For Reader"))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(text(line, "resource")).startsWith("orders-drill-1-"));
    }
  }

  @Test
  void linesAreOfTheTimeThatTheWorldSays() {
    try (var watched = Watched.of(input())) {
      watched.restore();

      assertThat(watched.world().log())
          .isNotEmpty()
          .allSatisfy(
              event ->
                  assertThat(Instant.parse(event.json().path("timestamp").asText()))
                      .isEqualTo(event.at()))
          .allSatisfy(
              event ->
                  assertThat(event.json().path("function").asText()).isEqualTo(event.function()))
          .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }
  }

  @Test
  void everyLineIsOneLine() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      watched.restore();

      assertThat(watched.world().log())
          .isNotEmpty()
          .allSatisfy(event -> assertThat(event.text()).doesNotContain("\n").startsWith("{"));
    }
  }

  @Test
  void whatFailedForGoodIsAnErrorWithItsClassItsCauseAndItsRemedy() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      var run = watched.restore();

      assertThat(watched.ends())
          .filteredOn(line -> text(line, "level").equals("ERROR"))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(text(line, "step")).isEqualTo("Wait For Copy");
                assertThat(text(line, "operation_id")).isEqualTo(DRILL);
                assertThat(text(line, "execution")).isEqualTo(run.execution().arn());
                assertThat(text(line, "error")).isEqualTo("CopyFailed");
                assertThat(text(line, "cause")).isEqualTo(run.errorMessage()).contains(" Remedy: ");
              });
    }
  }

  @Test
  void theReportOfAFailureIsFoundByTheOperationThatFailed() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      watched.restore();

      assertThat(watched.ends())
          .filteredOn(line -> text(line, "execution").contains(":report-failure:"))
          .extracting(line -> text(line, "step") + " " + text(line, "operation_id"))
          .containsExactly(
              "Describe Failure " + DRILL,
              "Record Failure " + DRILL,
              "Record Evidence " + DRILL,
              "Notify Failure " + DRILL);
    }
  }

  @Test
  void whatWillBeTriedAgainIsAWarningAndSaysHowOftenItWasTried() {
    try (var watched = Watched.of(input(), "dynamodb-down-for-good")) {
      watched.restore();

      assertThat(watched.ends())
          .filteredOn(line -> text(line, "error").equals("TransientFailure"))
          .hasSizeGreaterThan(15)
          .allSatisfy(line -> assertThat(text(line, "level")).isEqualTo("WARN"))
          .extracting(line -> line.path("retry_count").asInt())
          .contains(0, 1, 15);
    }
  }

  @Test
  void aRefusedInputIsToldUnderTheExecutionsOwnName() {
    var input = input();
    input.remove("vpc_id");
    try (var watched = Watched.of(input)) {
      watched.restore();

      assertThat(watched.ends())
          .first()
          .satisfies(
              line -> {
                assertThat(text(line, "step")).isEqualTo("Plan Restore");
                assertThat(text(line, "operation_id")).isEqualTo(DRILL);
                assertThat(text(line, "error")).isEqualTo("InvalidRequest");
                assertThat(text(line, "cause")).contains("vpc_id");
              });
    }
  }

  @Test
  void aCleanUpIsFoundByTheOperationToo() {
    try (var watched = Watched.of(input())) {
      watched.restore();
      var before = watched.lines().size();
      var run =
          watched
              .world()
              .cleanUp("clean-up-1", Json.MAPPER.createObjectNode().put("operation_id", DRILL));
      assertSucceeded(run);

      assertThat(watched.lines().stream().skip(before))
          .isNotEmpty()
          .allSatisfy(
              line -> {
                assertThat(text(line, "operation_id")).isEqualTo(DRILL);
                assertThat(text(line, "execution")).isEqualTo(run.execution().arn());
                assertThat(text(line, "step")).isNotBlank();
              });
    }
  }

  @Test
  void theReaperTellsWhatItSaw() {
    try (var watched = Watched.of(input().put("expires_after_hours", 2))) {
      watched.restore();
      watched.world().runUntil(watched.world().now().plus(Duration.ofHours(3)));
      var before = watched.lines().size();
      watched.world().reap();

      assertThat(watched.lines().stream().skip(before).filter(it -> it.has("milliseconds")))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(text(line, "message"))
                      .contains("clean-ups started: [" + DRILL + "]", "overdue: []"));
    }
  }

  /** As a service might that repeats what it was sent. */
  @Test
  void neitherASignedUrlNorAKeyNorAPasswordReachesALogAHistoryARowOrAMail() {
    var signed =
        "https://rds.us-east-1.amazonaws.com/?Action=CopyDBClusterSnapshot"
            + "&X-Amz-Security-Token=SECRET1&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261123"
            + "&X-Amz-Signature=SECRET2";
    var words =
        "PreSignedUrl "
            + signed
            + " isn't valid for key ASIAIOSFODNN7EXAMPLE with MasterUserPassword=SECRET3 and"
            + " \"SecretString\": \"SECRET4\"";
    try (var watched = Watched.of(input())) {
      watched
          .world()
          .callFaults()
          .add(
              Faults.before(
                  (caller, service, operation, request) -> {
                    if (operation.equals("CopyDBClusterSnapshot")) {
                      throw new AwsError("InvalidParameterCombination", 400, words);
                    }
                  }));

      var run = watched.restore();

      assertFailed(run, RefusedByAws.class);
      assertThat(watched.lines())
          .anyMatch(line -> text(line, "cause").contains("PreSignedUrl [signed request withheld]"));
      var told = watched.world().log().toString();
      var rest =
          run.execution().history() + " " + run.audit() + run.state() + watched.world().mail();
      assertThat(told + rest)
          .contains("PreSignedUrl")
          .doesNotContain("X-Amz-", "SECRET1", "SECRET2", "SECRET3", "SECRET4")
          .doesNotContain("AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE");
    }
  }
}
