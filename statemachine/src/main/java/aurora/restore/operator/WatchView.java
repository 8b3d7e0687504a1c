package aurora.restore.operator;

import java.time.Instant;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Whoever watches an execution. */
sealed interface WatchView permits TextWatchView, JsonWatchView {
  void step(Instant at, CurrentStep step);

  /** What operators were mailed. */
  void milestone(Instant at, String event);

  void ended(DescribeExecutionResponse execution);
}
