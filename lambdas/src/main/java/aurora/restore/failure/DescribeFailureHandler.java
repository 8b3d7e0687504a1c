package aurora.restore.failure;

import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.operation.Excerpt;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Slug;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Describes the failure that an event tells of. What can't be looked up is left out: a report with
 * a gap is better than none.
 */
public final class DescribeFailureHandler extends JsonHandler<FailureInput, Failure> {
  private static final String ON_FAILURE = "on_failure";
  private static final String CLEAN_UP = "clean_up";
  private static final int LONGEST_NAME = 80;

  private final Edge edge;

  public DescribeFailureHandler() {
    this(Edge.ofContainer());
  }

  public DescribeFailureHandler(Edge edge) {
    super(edge, FailureInput.class);
    this.edge = edge;
  }

  @Override
  protected Failure handle(FailureInput input) {
    var described = described(input.event().detail());
    var detail = input.event().detail().withInputOf(described);
    var request = detail.request();
    var operationId = detail.operationId();
    var explanation = Explanation.of(detail);
    var superseded = described.filter(now -> isSuperseded(detail, now)).isPresent();
    var cleanUp = !superseded && asksForCleanUp(detail);
    var goOn = new RecoveryCommands(detail, explanation, operationId, request);
    return new Failure(
        operationId,
        detail.executionArn(),
        detail.machine(),
        detail.status(),
        failedState(detail, described).orElse(null),
        explanation.error(),
        explanation.message(),
        explanation.remedy(),
        cleanUp ? String.join("\n", goOn.again()) : goOn.commands(),
        consoleUrl(detail),
        Excerpt.of(request),
        detail.startedAt(),
        detail.stoppedAt(),
        detail.redriveCount(),
        superseded,
        cleanUp,
        cleanUpName(detail));
  }

  /** A failed clean-up starts no other, whatever its input says. */
  private static boolean asksForCleanUp(StatusEvent.Detail detail) {
    var request = detail.request();
    return request != null
        && !ExecutionContext.isCleanUp(detail.machine())
        && CLEAN_UP.equals(request.path(ON_FAILURE).asText());
  }

  /**
   * One for each time that the execution ends: a redriven one that fails again has another, and so
   * has one of the same name in another machine.
   */
  private static String cleanUpName(StatusEvent.Detail detail) {
    var suffix = "-" + detail.redriveCount();
    var prefix = "after-";
    var room = LONGEST_NAME - prefix.length() - suffix.length();
    return prefix + Slug.of(detail.machine() + "/" + detail.name(), room) + suffix;
  }

  private Optional<String> failedState(
      StatusEvent.Detail detail, Optional<DescribeExecutionResponse> described) {
    var isLatest = described.filter(now -> redrives(now) > detail.redriveCount()).isEmpty();
    try {
      return FailedState.of(
          detail.executionArn(), detail.redriveCount(), isLatest, edge.aws().sfn());
    } catch (AwsServiceException e) {
      return refused(e); // the history tells where, the event tells why: report what is known
    }
  }

  /** The execution as it stands now; empty where nobody knows it any more. */
  private Optional<DescribeExecutionResponse> described(StatusEvent.Detail detail) {
    try {
      return Optional.of(
          edge.aws().sfn().describeExecution(query -> query.executionArn(detail.executionArn())));
    } catch (AwsServiceException e) {
      return refused(e); // the state table has a guard of its own against late events
    }
  }

  /** Whether the execution has been redriven since: the event may be late. */
  private static boolean isSuperseded(StatusEvent.Detail detail, DescribeExecutionResponse now) {
    return redrives(now) > detail.redriveCount() || now.status() == ExecutionStatus.SUCCEEDED;
  }

  private static int redrives(DescribeExecutionResponse execution) {
    return execution.redriveCount() == null ? 0 : execution.redriveCount();
  }

  /** A refusal for good is passed over; what passes by itself is thrown, to be retried. */
  private <T> Optional<T> refused(AwsServiceException e) {
    if (Boundary.isTransient(e)) {
      throw e;
    }
    return Optional.empty();
  }

  private static String consoleUrl(StatusEvent.Detail detail) {
    var region = detail.region();
    return "https://"
        + region
        + ".console.aws.amazon.com/states/home?region="
        + region
        + "#/v2/executions/details/"
        + detail.executionArn();
  }
}
