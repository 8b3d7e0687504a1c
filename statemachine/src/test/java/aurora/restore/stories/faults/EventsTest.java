package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.InvalidRequest;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Milestone;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Ends that no state sees, and reports that come late, twice, or hardly at all. */
class EventsTest {
  @Test
  void abortedExecutionIsReportedAndRedrivenFromWhereItWas() {
    try (var drill = Drill.of(Inputs.plain(), "aborted")) {
      var run = drill.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
      Honest.assertFailed(drill, run, 1);
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("Error:     Aborted", "stopped by hand", "redrive-execution");
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
    }
  }

  @Test
  void executionThatRunsOutOfTimeIsReportedAndRedriven() {
    try (var drill = Drill.of(Inputs.plain(), "execution-timeout")) {
      var run = drill.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(Drill.length(run)).isEqualTo(Duration.ofHours(3));
      Honest.assertFailed(drill, run, 1);
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("Error:     TimedOut", "redrive-execution");
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
    }
  }

  @Test
  void eventDeliveredTwiceIsToldOnce() {
    try (var drill = Drill.of(Inputs.plain(), "copy-fails", "event-twice")) {
      var run = drill.restore();
      assertThat(drill.faults()).allMatch(it -> it.strikes() > 0);
      assertThat(
              drill.world().engine().executions().stream()
                  .filter(it -> it.machineArn().endsWith(":report-failure")))
          .as("reports")
          .hasSize(2)
          .allMatch(it -> it.status() == ExecutionStatus.SUCCEEDED);
      Honest.assertFailed(drill, run, 1);
    }
  }

  @Test
  void executionsOfOneOperationThatEndInTheSameMillisecondAreEachTold() {
    var refused =
        Inputs.plain()
            .put("operation_id", "weekly-drill")
            .put("deletion_protection", true)
            .put("expires_after_hours", 24);
    try (var drill = Drill.of(Inputs.plain())) {
      var runs =
          Stream.of("rule-a", "rule-b").map(name -> drill.world().start(name, refused)).toList();
      runs.forEach(drill.world()::run);

      var end = runs.getFirst().execution().stopDate();
      for (var run : runs) {
        assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.execution().stopDate()).isEqualTo(end);
        assertThat(drill.mail("FAILED"))
            .as("mails of %s", run.execution().name())
            .filteredOn(mail -> mail.body().contains(run.execution().arn()))
            .hasSize(1);
      }
      assertThat(drill.world().reap().reports()).isEmpty();
    }
  }

  @Test
  void lateEventIsToldLateButTruly() {
    try (var drill = Drill.of(Inputs.plain(), "copy-fails", "event-late")) {
      var run = drill.restore();
      Honest.assertFailed(drill, run, 1);
      var mail = drill.mail("FAILED").findFirst().orElseThrow();
      assertThat(Duration.between(run.execution().stopDate(), mail.at()))
          .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
      assertThat(run.milestoneRows().getLast().get("at").asText())
          .as("the time of the failure, not of its report")
          .startsWith(run.execution().stopDate().toString().substring(0, 19));
    }
  }

  @Test
  void eventThatComesAfterARedriveLeavesTheRowOfTheRedrivenRunAlone() {
    try (var drill = Drill.of(Inputs.plain(), "snapshot-quota-full", "event-late")) {
      var run = drill.world().start(Drill.DRILL, Inputs.plain());
      while (run.execution().status() == ExecutionStatus.RUNNING) {
        drill.world().runNext();
      }
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("It has been redriven since: this message is late.");
    }
  }

  @Test
  void badInputReachesTheTopicAndTheTables() {
    var input = Inputs.plain();
    input.remove("vpc_id");
    input.put("snapshotid", "x");
    try (var drill = Drill.of(input)) {
      var run = drill.restore();
      assertFailed(run, InvalidRequest.class);
      assertThat(run.execution().failedState()).isEqualTo("Plan Restore");
      Honest.assertFailed(drill, run, 1);
      assertThat(drill.mail("FAILED").findFirst().orElseThrow().body())
          .contains("vpc_id", "snapshotid", "snapshot_id");
      assertThat(drill.tagged()).isEmpty();
    }
  }

  @Test
  void failureIsMailedAlthoughDynamoDbNeverComesBack() {
    try (var drill = Drill.of(Inputs.plain(), "dynamodb-down-for-good")) {
      var run = drill.restore();
      assertFailed(run, TransientFailure.class);
      assertThat(run.execution().failedState()).isEqualTo("Wait For Cluster");
      assertThat(drill.mail("FAILED")).hasSize(1);
      assertThat(run.milestones()).doesNotContain(Milestone.FAILED);
      assertThat(drill.touched()).isEmpty();
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
    }
  }

  @Test
  void failureIsRecordedAlthoughTheTopicIsSilent() {
    try (var drill = Drill.of(Inputs.plain(), "copy-fails", "sns-down")) {
      var run = drill.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
      assertThat(drill.world().mail()).isEmpty();
    }
  }

  @Test
  void failureIsRecordedOnceAlthoughDynamoDbIsDownWhileItIsReported() {
    try (var drill = Drill.of(Inputs.plain(), "copy-fails", "answer-lost=dynamodb:PutItem")) {
      var run = drill.restore();
      Honest.assertFailed(drill, run, 1);
    }
  }
}
