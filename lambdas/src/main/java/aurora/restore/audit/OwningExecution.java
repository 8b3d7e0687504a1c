package aurora.restore.audit;

import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The execution that an operation belongs to, as Step Functions knows it. */
public final class OwningExecution {
  private OwningExecution() {}

  /** Empty where Step Functions has forgotten it, as it does after 90 days. */
  public static Optional<DescribeExecutionResponse> find(String arn, SfnClient sfn) {
    try {
      return Optional.of(sfn.describeExecution(query -> query.executionArn(arn)));
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty(); // it ended long ago, or never was of this deployment
    }
  }

  /** One that is about to be redriven will act again without being started. */
  public static boolean isAtWork(DescribeExecutionResponse execution) {
    return execution.status() == ExecutionStatus.RUNNING
        || execution.status() == ExecutionStatus.PENDING_REDRIVE;
  }
}
