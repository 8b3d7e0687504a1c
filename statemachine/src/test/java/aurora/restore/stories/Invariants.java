package aurora.restore.stories;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What holds after everything that happens in a restore. */
final class Invariants {
  private final Story story;
  private final Rows rows;
  private int rowsSeen;
  private String updatedAt = "";
  private String lastStep = "";
  private int lastPercent;

  Invariants(Story story) {
    this.story = story;
    this.rows = new Rows(story);
  }

  /** How many different rows were looked at: none would make the checks worth nothing. */
  int rowsSeen() {
    return rowsSeen;
  }

  void check(Run run) {
    assertThat(story.made())
        .allMatch(it -> Story.isOurs(it, run.operationId()), "carries our tag from birth");
    assertThat(story.touched()).as("what was there before").isEmpty();
    rows.changed(run).ifPresent(row -> check(run, row));
  }

  private void check(Run run, JsonNode row) {
    rowsSeen++;
    var step = row.get("step").asText();
    if (run.execution().status() == ExecutionStatus.RUNNING) {
      var isLast = step.equals("Record Completed");
      assertThat(row.get("status").asText()).isEqualTo(isLast ? "SUCCEEDED" : "RUNNING");
      assertThat(row.has("finished_at")).isEqualTo(isLast);
    }
    assertThat(row.get("updated_at").asText()).isGreaterThanOrEqualTo(updatedAt);
    updatedAt = row.get("updated_at").asText();
    var now = row.at("/progress/percent").asInt(-1);
    if (now >= 0 && step.equals(lastStep)) {
      assertThat(now).as("percent of " + step).isGreaterThanOrEqualTo(lastPercent);
    }
    if (now >= 0) {
      lastStep = step;
      lastPercent = now;
    }
  }
}
