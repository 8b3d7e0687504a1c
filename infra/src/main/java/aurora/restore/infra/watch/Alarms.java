package aurora.restore.infra.watch;

import static aurora.restore.telemetry.Metric.DRILL_AGE;
import static aurora.restore.telemetry.Metric.OVERDUE;

import aurora.restore.infra.permission.Arns;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.machine.Machine;
import aurora.restore.machine.ScheduledFunction;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Makes the alarms, all of which tell the topic. They don't go through a function of the stack:
 * they are what is left when those are broken. Two count what a function has recorded, {@code
 * RestoreFailed} and {@code CleanUpFailed}, for Step Functions can't tell a failure from a
 * repetition that was refused; what comes of a failure that isn't recorded, others tell.
 */
public record Alarms(Construct scope, ITopic topic, OwnMetrics own, Arns arns) {
  private static final Duration SOON = Duration.minutes(5);

  /** Longer than most retries take, so that what mends itself wakes nobody. */
  private static final Duration LASTING = Duration.minutes(15);

  private static final int REPEATED = 5;
  private static final int UNCALLED_HOURS = 3;

  public void onMachines(Map<Machine, StateMachine> machines) {
    machines.forEach(
        (machine, made) -> {
          var id = machine.placeholder();
          var sum = sum(SOON);
          atLeast(1, id + "Failed", failures(machine, made), failed(machine));
          atLeast(1, id + "TimedOut", made.metricTimedOut(sum), timedOut(machine));
          atLeast(
              1,
              id + "Throttled",
              made.metricThrottled(sum),
              machine.id() + " is throttled: state transitions wait for the account's quota");
        });
  }

  private Metric failures(Machine machine, StateMachine made) {
    return switch (machine) {
      case RESTORE, CLEAN_UP -> own.toHandle(arns.machineName(machine), SOON);
      case REPORT_FAILURE -> made.metricFailed(sum(SOON));
    };
  }

  private static String failed(Machine machine) {
    return machine == Machine.REPORT_FAILURE
        ? "report-failure has failed: the failure that it was to report may have reached nobody"
        : machine.id() + " has failed: a report with cause and remedy follows";
  }

  private static String timedOut(Machine machine) {
    return machine == Machine.REPORT_FAILURE
        ? "report-failure has timed out: what it was to report may have reached nobody"
        : machine.id() + " has timed out: a report with the remedy follows";
  }

  /** A restore that is refused is an error of its function too, hence more than one. */
  public void onFunctions(Map<HandlerFunction, IFunction> functions) {
    functions.forEach(
        (function, made) -> {
          var id = function.placeholder();
          var sum = sum(LASTING);
          atLeast(REPEATED, id + "Errors", made.metricErrors(sum), id + " keeps failing");
          throttled(id, made);
        });
  }

  /**
   * Called but once an hour: what failed as often as it is tried then is told, and told by nothing
   * else.
   */
  public void onScheduledFunctions(Map<ScheduledFunction, IFunction> functions) {
    functions.forEach(
        (function, made) -> {
          var id = function.placeholder();
          atLeast(
              ScheduledFunction.ATTEMPTS,
              id + "Errors",
              made.metricErrors(sum(Duration.hours(1))),
              id + " keeps failing: what has expired may not be cleaned up");
          throttled(id, made);
        });
  }

  private void throttled(String id, IFunction function) {
    atLeast(
        REPEATED,
        id + "Throttles",
        function.metricThrottles(sum(LASTING)),
        id + " is throttled: the account's concurrency is used up");
  }

  public void onDeadLetters(List<Queue> queues) {
    for (var queue : queues) {
      var id = queue.getNode().getId();
      atLeast(
          1,
          id + "Visible",
          queue.metricApproximateNumberOfMessagesVisible(
              MetricOptions.builder().period(SOON).statistic("Maximum").build()),
          "An event couldn't be delivered and waits in " + id + ": the runbook says what to do");
    }
  }

  /**
   * Tells of operations that are under way after all their deadlines. Over two hours, since calls
   * an hour apart may leave an hour without any: the alarm would come and go.
   */
  public void onOverdueOperations() {
    atLeast(
        1,
        "OverdueOperations",
        own.of(OVERDUE, "Maximum", Duration.hours(2)),
        "An operation is under way although all its deadlines have passed: see its execution, and"
            + " the reaper's log for which it is");
  }

  /**
   * Tells when a scheduled function isn't called: what it is to see to is then seen by nobody. From
   * a deployment to the first call that is so, too.
   */
  public void onUncalledFunctions(Map<ScheduledFunction, IFunction> functions) {
    functions.forEach(
        (function, made) ->
            silent(
                function.placeholder() + "Uncalled",
                made.metricInvocations(sum(Duration.hours(1))),
                UNCALLED_HOURS,
                function.placeholder()
                    + " wasn't called for "
                    + UNCALLED_HOURS
                    + " hours: nobody sees to what expires, ends unseen or takes too long"));
  }

  /**
   * Tells when no drill has been completed for so long, or ever. By the age that the reaper
   * measures, since an alarm itself looks back seven days at most (CloudWatch API Reference,
   * PutMetricAlarm). Of the figures of two hours the least counts: a row that changes its status
   * between two looks may be missed by one of them, and a new drill ends the alarm at the next
   * call.
   */
  public void onMissingDrills(int days) {
    alarm(
            "NoDrill",
            own.of(DRILL_AGE, "Minimum", Duration.hours(2)),
            "No drill has been completed for " + days + " days, or ever")
        .threshold(Duration.days(days).toSeconds())
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  /** Nothing happened is no data, and that is what is told. */
  private void silent(String id, Metric metric, int periods, String description) {
    alarm(id, metric, description)
        .threshold(1)
        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
        .evaluationPeriods(periods)
        .treatMissingData(TreatMissingData.BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  private static MetricOptions sum(Duration period) {
    return MetricOptions.builder().period(period).statistic("Sum").build();
  }

  private void atLeast(int threshold, String id, Metric metric, String description) {
    alarm(id, metric, description)
        .threshold(threshold)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  private Alarm.Builder alarm(String id, Metric metric, String description) {
    return Alarm.Builder.create(scope, id + "Alarm").alarmDescription(description).metric(metric);
  }
}
