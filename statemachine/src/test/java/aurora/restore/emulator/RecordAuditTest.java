package aurora.restore.emulator;

import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Record Audit, over both tables. */
class RecordAuditTest {
  private static final String DRILL = "audit-drill";

  @Test
  void milestoneIsWrittenIntoTheTrailAndTheState() {
    try (var stage = Stage.named("milestone");
        var recording = Recording.start()) {
      var run = recording.restore(DRILL, Recording.input());
      stage.answer(RECORD_AUDIT, recording.handed("Record Started", run));

      assertThat(stage.tables().audit(DRILL)).singleElement().isEqualTo(run.audit().getFirst());
      var row = stage.tables().state(DRILL).orElseThrow();
      assertThat(row.get("status").asText()).isEqualTo("RUNNING");
      assertThat(row.get("step").asText()).isEqualTo("Record Started");
      assertThat(row.get("execution_arn").asText()).isEqualTo(run.execution().arn());
      assertThat(row.get("request")).isEqualTo(run.execution().input());
      assertThat(row.at("/plan/operation_id").asText()).isEqualTo(DRILL);
    }
  }

  @Test
  void restoreLeavesTheRowsThatItLeftInTheSimulation() {
    try (var stage = Stage.named("restore");
        var recording = Recording.start()) {
      var run = recording.restore(DRILL, Recording.input());
      recording.handed(RECORD_AUDIT, run).forEach(payload -> stage.answer(RECORD_AUDIT, payload));

      assertThat(run.milestones()).as("a whole restore").hasSize(5);
      assertThat(stage.tables().audit(DRILL)).isEqualTo(run.audit());
      assertThat(stage.tables().state(DRILL)).isEqualTo(run.state());
    }
  }

  @Test
  void retryWritesNothingTwiceAndAnswersTheSame() {
    try (var stage = Stage.named("retry");
        var recording = Recording.start()) {
      var run = recording.restore(DRILL, Recording.input());
      for (var payload : recording.handed(RECORD_AUDIT, run)) {
        var answer = stage.answer(RECORD_AUDIT, payload);
        var trail = stage.tables().audit(DRILL);
        var state = stage.tables().state(DRILL);

        assertThat(stage.answer(RECORD_AUDIT, payload)).isEqualTo(answer);
        assertThat(stage.tables().audit(DRILL)).isEqualTo(trail);
        assertThat(stage.tables().state(DRILL)).isEqualTo(state);
      }
    }
  }

  @Test
  void retryThatComesLateDoesNotSetTheStateBack() {
    try (var stage = Stage.named("late");
        var recording = Recording.start()) {
      var run = recording.restore(DRILL, Recording.input());
      var started = recording.handed("Record Started", run);
      stage.answer(RECORD_AUDIT, started);
      stage.answer(RECORD_AUDIT, recording.handed("Record Snapshot Copied", run));
      var trail = stage.tables().audit(DRILL);
      var state = stage.tables().state(DRILL);

      stage.answer(RECORD_AUDIT, started);
      assertThat(stage.tables().audit(DRILL)).hasSize(2).isEqualTo(trail);
      assertThat(stage.tables().state(DRILL)).isEqualTo(state);
    }
  }

  @Test
  void failureIsWrittenOnceAlthoughTwoReportsTellOfIt() {
    try (var stage = Stage.named("failure");
        var recording = Recording.startWith("copy-fails")) {
      var run = recording.restore(DRILL, Recording.input());
      recording.handed(RECORD_AUDIT, run).forEach(payload -> stage.answer(RECORD_AUDIT, payload));
      var state = stage.tables().state(DRILL);
      assertThat(stage.tables().audit(DRILL)).isEqualTo(run.audit());
      assertThat(state.orElseThrow().get("failure"))
          .isEqualTo(run.state().orElseThrow().get("failure"));

      var again = recording.handed("Record Failure", run);
      again.withObject("/execution").put("Id", "another-report");
      assertThat(stage.answer(RECORD_AUDIT, again).get("repeated").asBoolean()).isTrue();
      assertThat(stage.tables().audit(DRILL)).isEqualTo(run.audit());
      assertThat(stage.tables().state(DRILL)).isEqualTo(state);
    }
  }
}
