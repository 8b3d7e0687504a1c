package aurora.restore.simulation.states;

import aurora.restore.engine.Engine;
import aurora.restore.engine.Execution;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/**
 * Lists the executions of a machine, those that began last first. A list is eventually consistent
 * and "may not reflect very recent updates" (Step Functions API Reference, ListExecutions): what
 * began in the last seconds isn't shown, and what ended in them is shown to run. How many seconds
 * isn't documented.
 */
record ExecutionListing(Engine engine, Instant now) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final Duration BEHIND = Duration.ofSeconds(10);

  private static final Set<String> MODELLED =
      Set.of("stateMachineArn", "statusFilter", "maxResults", "nextToken");

  ListExecutionsResponse answer(ListExecutionsRequest request) {
    Members.of(request).modelled(MODELLED);
    requireValid(request);
    var matching =
        engine.executions().stream()
            .filter(it -> it.machineArn().equals(request.stateMachineArn()))
            .filter(it -> it.startDate().isBefore(now.minus(BEHIND)))
            .filter(it -> request.statusFilter() == null || shown(it) == request.statusFilter())
            .sorted(Comparator.comparing(Execution::startDate).reversed())
            .map(this::item)
            .toList();
    return page(matching, request);
  }

  /** A page's token is the number of executions before it. */
  private static ListExecutionsResponse page(
      List<ExecutionListItem> matching, ListExecutionsRequest request) {
    int asked = request.maxResults() == null ? 0 : request.maxResults();
    int from = request.nextToken() == null ? 0 : position(request.nextToken());
    int to = Math.min(matching.size(), from + (asked == 0 ? USUAL_PAGE : asked));
    return ListExecutionsResponse.builder()
        .executions(matching.subList(Math.min(from, to), to))
        .nextToken(to < matching.size() ? Integer.toString(to) : null)
        .build();
  }

  static int position(String token) {
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new AwsError("InvalidToken", 400, "Invalid Token: '" + token + "'");
    }
  }

  private void requireValid(ListExecutionsRequest request) {
    if (request.maxResults() != null
        && (request.maxResults() < 0 || request.maxResults() > LARGEST_PAGE)) {
      throw new AwsError("ValidationException", 400, "maxResults must be from 0 to 1000");
    }
    if (request.stateMachineArn() == null
        || request.statusFilter() == ExecutionStatus.UNKNOWN_TO_SDK_VERSION
        || request.statusFilter() == ExecutionStatus.PENDING_REDRIVE) {
      throw new AwsError(
          "ValidationException", 400, "a list is of a state machine, by a status that it can have");
    }
    if (!engine.isDeployed(request.stateMachineArn())) {
      throw new AwsError(
          "StateMachineDoesNotExist",
          400,
          "State Machine Does Not Exist: '" + request.stateMachineArn() + "'");
    }
  }

  private ExecutionStatus shown(Execution execution) {
    return isStopShown(execution) ? execution.status() : ExecutionStatus.RUNNING;
  }

  private boolean isStopShown(Execution execution) {
    return execution.stopDate() != null && execution.stopDate().isBefore(now.minus(BEHIND));
  }

  private ExecutionListItem item(Execution execution) {
    return ExecutionListItem.builder()
        .executionArn(execution.arn())
        .stateMachineArn(execution.machineArn())
        .name(execution.name())
        .status(shown(execution))
        .startDate(execution.startDate())
        .stopDate(isStopShown(execution) ? execution.stopDate() : null)
        .redriveCount(execution.redriveCount())
        .redriveDate(execution.redriveDate())
        .build();
  }
}
