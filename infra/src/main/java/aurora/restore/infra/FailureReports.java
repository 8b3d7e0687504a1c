package aurora.restore.infra;

import aurora.restore.infra.permission.Arns;
import aurora.restore.infra.permission.Trust;
import aurora.restore.machine.Machine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Makes the rule that starts report-failure for every execution of another machine that ended
 * badly: no state of an execution can see that execution time out or be stopped.
 */
final class FailureReports {
  /** All machines but the reporter, which would report its own failure for ever. */
  private static final List<String> BAD = List.of("FAILED", "TIMED_OUT", "ABORTED");

  /** As long and as often as EventBridge tries at most: a late report is better than none. */
  private static final Duration OLDEST = Duration.hours(24);

  private static final int RETRIES = 185;

  private FailureReports() {}

  /**
   * @param lost for the events that couldn't be delivered
   */
  static void make(Construct scope, Map<Machine, StateMachine> machines, IQueue lost, Arns arns) {
    Rule.Builder.create(scope, "FailureReportRule")
        .description("Reports executions that failed, timed out or were aborted")
        .eventPattern(pattern(arns))
        .targets(
            List.of(
                SfnStateMachine.Builder.create(machines.get(Machine.REPORT_FAILURE))
                    .role(role(scope, arns))
                    .deadLetterQueue(lost)
                    .retryAttempts(RETRIES)
                    .maxEventAge(OLDEST)
                    .build()))
        .build();
  }

  private static EventPattern pattern(Arns arns) {
    var machines =
        Stream.of(Machine.values()).filter(Machine::isReported).map(arns::machine).toList();
    return EventPattern.builder()
        .source(List.of("aws.states"))
        .detailType(List.of("Step Functions Execution Status Change"))
        .detail(new TreeMap<>(Map.of("status", BAD, "stateMachineArn", machines)))
        .build();
  }

  /** The CDK lets it start the target. */
  private static Role role(Construct scope, Arns arns) {
    return Role.Builder.create(scope, "FailureReportRuleRole")
        .description("Starts report-failure")
        .assumedBy(Trust.in("events.amazonaws.com", arns))
        .build();
  }
}
