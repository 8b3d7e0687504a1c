package aurora.restore.cleanup;

import aurora.restore.edge.MachineArns;
import aurora.restore.failure.StatusEvent;
import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The executions that report failures. One that failed itself is redriven every hour for as long as
 * {@link Unreported} looks back: it goes on with what it hasn't done, and does nothing twice.
 *
 * @param reports all of them, as one list tells them
 */
record Reports(SfnClient sfn, List<ExecutionListItem> reports, Instant since) {
  static Reports listed(SfnClient sfn, MachineArns machines, Instant since) {
    var ends = new BadEnds(sfn, since);
    return new Reports(sfn, ends.executions(machines.reportFailureArn()).toList(), since);
  }

  /** The reports that had failed and go on now. */
  List<String> goOn(Instant until) {
    return reports.stream()
        .filter(BadEnds::isBad)
        .filter(it -> !it.startDate().isBefore(since) && it.stopDate().isBefore(until))
        .map(ExecutionListItem::executionArn)
        .filter(this::redrive)
        .toList();
  }

  private boolean redrive(String execution) {
    try {
      sfn.redriveExecution(call -> call.executionArn(execution));
      return true;
    } catch (ExecutionNotRedrivableException e) {
      return false; // it runs again already
    }
  }

  /**
   * The ends that a report is at work on, by {@link #key}.
   *
   * @param goingOn reports that run although the list doesn't show it yet
   */
  Set<String> underWay(List<String> goingOn) {
    var keys = new TreeSet<String>();
    goingOn.forEach(arn -> keys.add(subject(arn)));
    reports.stream()
        .filter(it -> it.status() == ExecutionStatus.RUNNING)
        .forEach(report -> keys.add(subject(report.executionArn())));
    return keys;
  }

  /** What a report is about: an execution's end, of which a redriven one has several. */
  static String key(StatusEvent.Detail end) {
    return end.executionArn() + "#" + end.redriveCount();
  }

  private String subject(String report) {
    var input = sfn.describeExecution(query -> query.executionArn(report)).input();
    try {
      return key(Records.read(JsonText.read(input), StatusEvent.class).detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(report + " was started with something else than an event", e);
    }
  }
}
