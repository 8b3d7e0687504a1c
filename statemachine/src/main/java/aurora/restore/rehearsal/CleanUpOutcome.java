package aurora.restore.rehearsal;

import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What became of the clean-up of a rehearsal.
 *
 * @param message what went wrong; null where nothing did
 * @param left what is there and wasn't before the restore: nothing, where all went well
 */
record CleanUpOutcome(
    ExecutionStatus status, JsonNode output, String message, List<String> left, long seconds) {

  /**
   * @param before what there was before the restore
   */
  static CleanUpOutcome of(Run run, List<Resource> before) {
    var known = new HashSet<>(before.stream().map(Resource::arn).toList());
    var execution = run.execution();
    return new CleanUpOutcome(
        execution.status(),
        execution.output(),
        run.errorMessage(),
        run.world().resources().stream()
            .map(Resource::arn)
            .filter(arn -> !known.contains(arn))
            .toList(),
        execution.stopDate() == null
            ? 0
            : Duration.between(execution.startDate(), execution.stopDate()).toSeconds());
  }

  boolean isSucceeded() {
    return status == ExecutionStatus.SUCCEEDED;
  }
}
