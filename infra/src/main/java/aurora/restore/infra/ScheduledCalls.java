package aurora.restore.infra;

import aurora.restore.machine.ScheduledFunction;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Makes the rules that call functions by the clock. The CDK lets each rule, and nothing else, call
 * its function, by the function's own policy.
 *
 * @param lost for the events that couldn't be delivered
 */
record ScheduledCalls(Construct scope, IQueue lost) {
  /** The next call does all that one which is older would have done. */
  static final Duration OLDEST = Duration.hours(1);

  private static final int RETRIES = 185;

  void make(Map<ScheduledFunction, IFunction> functions) {
    functions.forEach(this::make);
  }

  private void make(ScheduledFunction function, IFunction made) {
    Rule.Builder.create(scope, function.placeholder() + "Rule")
        .description("Calls " + function.placeholder())
        .schedule(Schedule.expression(function.schedule()))
        .targets(
            List.of(
                LambdaFunction.Builder.create(made)
                    .deadLetterQueue(lost)
                    .retryAttempts(RETRIES)
                    .maxEventAge(OLDEST)
                    .build()))
        .build();
  }
}
