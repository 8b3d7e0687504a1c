package aurora.restore.infra;

import static aurora.restore.telemetry.Metric.OVERDUE;
import static aurora.restore.telemetry.Metric.RTO;

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
 * they are what is left when those are broken.
 */
record Alarms(Construct scope, ITopic topic, OwnMetrics own) {
  private static final Duration SOON = Duration.minutes(5);

  /** Longer than most retries take, so that what mends itself wakes nobody. */
  private static final Duration LASTING = Duration.minutes(15);

  private static final int REPEATED = 5;
  private static final int UNCALLED_HOURS = 3;

  void onMachines(Map<Machine, StateMachine> machines) {
    machines.forEach(
        (machine, made) -> {
          var id = machine.placeholder();
          var sum = sum(SOON);
          atLeast(1, id + "Failed", made.metricFailed(sum), failed(machine));
          atLeast(1, id + "TimedOut", made.metricTimedOut(sum), timedOut(machine));
          atLeast(
              1,
              id + "Throttled",
              made.metricThrottled(sum),
              machine.id() + " is throttled: state transitions wait for the account's quota");
        });
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
  void onFunctions(Map<HandlerFunction, IFunction> functions) {
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
  void onScheduledFunctions(Map<ScheduledFunction, IFunction> functions) {
    functions.forEach(
        (function, made) -> {
          var id = function.placeholder();
          atLeast(
              Functions.SCHEDULED_ATTEMPTS,
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

  void onDeadLetters(List<Queue> queues) {
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
  void onOverdueOperations() {
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
  void onUncalledFunctions(Map<ScheduledFunction, IFunction> functions) {
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
   * Tells when no restore has been completed for so long, and so no drill. Measured by what a
   * completed restore records: the execution of a dry run succeeds too.
   *
   * @param days 1 to 7: an alarm looks back no further (CloudWatch API Reference, PutMetricAlarm)
   */
  void onMissingDrills(int days) {
    silent(
        "NoDrill",
        own.of(RTO, "SampleCount", Duration.days(1)),
        days,
        "No restore has been completed for " + days + " days, and so no drill");
  }

  /** Nothing happened is no data, and that is what is told. */
  private void silent(String id, Metric metric, int periods, String description) {
    var alarm =
        Alarm.Builder.create(scope, id + "Alarm")
            .alarmDescription(description)
            .metric(metric)
            .threshold(1)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .evaluationPeriods(periods)
            .treatMissingData(TreatMissingData.BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(topic));
  }

  private static MetricOptions sum(Duration period) {
    return MetricOptions.builder().period(period).statistic("Sum").build();
  }

  private void atLeast(int threshold, String id, Metric metric, String description) {
    var alarm =
        Alarm.Builder.create(scope, id + "Alarm")
            .alarmDescription(description)
            .metric(metric)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(topic));
  }
}
