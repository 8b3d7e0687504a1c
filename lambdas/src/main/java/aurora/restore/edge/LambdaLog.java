package aurora.restore.edge;

import aurora.restore.telemetry.Journal;
import aurora.restore.telemetry.Source;
import com.amazonaws.services.lambda.runtime.Context;

/**
 * Writes an invocation's lines through Lambda's own logger, which hands each on as it is as long as
 * the function's log format is text. Under the format JSON the logger would wrap a line into an
 * object of its own, and CloudWatch would find neither our members nor our metrics (Lambda
 * Developer Guide, "Using Lambda advanced logging controls with Java").
 */
final class LambdaLog {
  private LambdaLog() {}

  static Journal journal(Edge edge, Context context) {
    var source =
        new Source(
            edge.settings().deployment(), context.getFunctionName(), context.getAwsRequestId());
    return new Journal(source, edge.clock(), context.getLogger()::log);
  }
}
