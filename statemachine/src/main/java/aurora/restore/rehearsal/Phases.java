package aurora.restore.rehearsal;

import aurora.restore.operation.Milestone;
import aurora.restore.world.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of a run took, in seconds, whatever became of it. */
final class Phases {
  private Phases() {}

  /** From milestone to milestone; the last phase ends with the execution, {@code total} is all. */
  static Map<String, Long> of(Run run) {
    var seconds = new LinkedHashMap<String, Long>();
    var execution = run.execution();
    var from = execution.startDate();
    for (var row : run.audit()) {
      var at = Instant.parse(row.get("at").asText());
      var milestone = Milestone.named(row.get("event").asText()).orElse(null);
      if (milestone == null || execution.stopDate() != null && at.isAfter(execution.stopDate())) {
        continue; // of the clean-up, or of somebody else's remark
      }
      // A redriven run may have failed more than once.
      seconds.merge(milestone.phase(), Duration.between(from, at).toSeconds(), Long::sum);
      from = at;
    }
    var end = execution.stopDate();
    if (end != null) {
      seconds.put("end", Duration.between(from, end).toSeconds());
      seconds.put("total", Duration.between(execution.startDate(), end).toSeconds());
    }
    return seconds;
  }
}
