package aurora.restore.failure;

import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Slug;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
    var detail = input.event().detail();
    var request = detail.request();
    var operationId = detail.operationId();
    var explanation = Explanation.of(detail);
    var superseded = isSuperseded(detail);
    var cleanUp = !superseded && asksForCleanUp(request);
    return new Failure(
        operationId,
        detail.executionArn(),
        detail.machine(),
        detail.status(),
        failedState(detail).orElse(null),
        explanation.error(),
        explanation.message(),
        explanation.remedy(),
        cleanUp
            ? GoOn.again(detail, operationId, request)
            : GoOn.command(detail, explanation.error(), operationId, request),
        consoleUrl(detail),
        request,
        detail.startedAt(),
        detail.stoppedAt(),
        detail.redriveCount(),
        superseded,
        cleanUp,
        cleanUpName(detail));
  }

  /** A clean-up's own input has no such key, so that a failed clean-up starts no other. */
  private static boolean asksForCleanUp(JsonNode request) {
    return request != null && CLEAN_UP.equals(request.path(ON_FAILURE).asText());
  }

  /** One for each time that the execution ends: a redriven one that fails again has another. */
  private static String cleanUpName(StatusEvent.Detail detail) {
    var suffix = "-" + detail.redriveCount();
    var prefix = "after-";
    var room = LONGEST_NAME - prefix.length() - suffix.length();
    return prefix + Slug.of(detail.name(), room) + suffix;
  }

  private Optional<String> failedState(StatusEvent.Detail detail) {
    try {
      return FailedState.of(detail.executionArn(), edge.aws().sfn());
    } catch (AwsServiceException e) {
      return refused(e); // the history tells where, the event tells why: report what is known
    }
  }

  /** Whether the execution has been redriven since: the event may be late. */
  private boolean isSuperseded(StatusEvent.Detail detail) {
    try {
      var now =
          edge.aws().sfn().describeExecution(query -> query.executionArn(detail.executionArn()));
      return now.redriveCount() > detail.redriveCount()
          || now.status() == ExecutionStatus.SUCCEEDED;
    } catch (AwsServiceException e) {
      return this.<Boolean>refused(e).orElse(false); // the state table has a guard of its own
    }
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
