package aurora.restore.emulator;

import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.OperationInProgress;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** An operation belongs to one execution at a time, by the table's own conditions. */
class ClaimTest {
  private static final String OPERATION = "claim-drill";
  private static final JsonNode INPUT = Recording.input().put("operation_id", OPERATION);

  @Test
  void secondExecutionOfARunningOperationIsRefusedAndWritesNothing() {
    try (var stage = Stage.named("claim-running");
        var recording = Recording.start()) {
      var first = recording.restore("first", INPUT);
      var second = recording.restore("second", INPUT);
      stage.answer(RECORD_AUDIT, recording.handed("Record Started", first));
      var state = stage.tables().state(OPERATION);

      assertRefused(stage, recording.handed("Record Started", second), first);
      assertThat(stage.tables().audit(OPERATION)).containsExactly(first.audit().getFirst());
      assertThat(stage.tables().state(OPERATION)).isEqualTo(state);
    }
  }

  @Test
  void finishedOperationMayBeClaimedAndItsFirstExecutionRecordsNothingMore() {
    try (var stage = Stage.named("claim-finished");
        var recording = Recording.start()) {
      var first = recording.restore("first", INPUT);
      var second = recording.restore("second", INPUT);
      recording.handed(RECORD_AUDIT, first).forEach(it -> stage.answer(RECORD_AUDIT, it));

      stage.answer(RECORD_AUDIT, recording.handed("Record Started", second));
      assertHeldBy(stage, second);
      var late = recording.handed("Record Completed", first);
      late.withObject("/state").put("EnteredTime", "2026-11-24T00:00:00Z");
      assertRefused(stage, late, second);

      recording.handed(RECORD_AUDIT, second).forEach(it -> stage.answer(RECORD_AUDIT, it));
      assertThat(stage.tables().audit(OPERATION)).isEqualTo(second.audit());
      assertThat(stage.tables().state(OPERATION)).isEqualTo(second.state());
    }
  }

  @Test
  void failedOperationMayBeClaimed() {
    try (var stage = Stage.named("claim-failed");
        var recording = Recording.startWith("copy-fails")) {
      var first = recording.restore("first", INPUT);
      var second = recording.restore("second", INPUT);
      recording.handed(RECORD_AUDIT, first).forEach(it -> stage.answer(RECORD_AUDIT, it));
      assertThat(status(stage)).isEqualTo("FAILED");

      stage.answer(RECORD_AUDIT, recording.handed("Record Started", second));
      assertHeldBy(stage, second);
      assertThat(status(stage)).isEqualTo("RUNNING");
    }
  }

  private static void assertRefused(Stage stage, JsonNode payload, Run holder) {
    var failed = stage.failure(RECORD_AUDIT, payload);
    assertThat(failed.error()).isEqualTo(OperationInProgress.class.getName());
    assertThat(failed.cause()).contains(OPERATION, holder.execution().arn());
  }

  private static void assertHeldBy(Stage stage, Run run) {
    assertThat(stage.tables().state(OPERATION).orElseThrow().get("execution_arn").asText())
        .isEqualTo(run.execution().arn());
  }

  private static String status(Stage stage) {
    return stage.tables().state(OPERATION).orElseThrow().get("status").asText();
  }
}
