package aurora.restore.simulation.cloudwatch;

import aurora.restore.engine.Engine;
import aurora.restore.engine.Execution;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** For each machine, the alarm on its executions that failed and the one on those out of time. */
public final class SimulatedCloudWatch {
  private static final Set<String> MODELLED =
      Set.of(
          "AlarmNames", "AlarmNamePrefix", "AlarmTypes", "StateValue", "MaxRecords", "NextToken");

  /** An alarm looks at as much of the past. */
  private static final Duration PERIOD = Duration.ofHours(1);

  private record Watch(String machineArn, ExecutionStatus end) {}

  private final InstantSource time;
  private final Engine engine;
  private final Map<String, Watch> alarms = new TreeMap<>();

  public SimulatedCloudWatch(InstantSource time, Engine engine) {
    this.time = time;
    this.engine = engine;
  }

  /** Makes the two alarms of a machine: {@code PREFIXFailed} and {@code PREFIXTimedOut}. */
  public SimulatedCloudWatch watch(String machineArn, String prefix) {
    alarms.put(prefix + "Failed", new Watch(machineArn, ExecutionStatus.FAILED));
    alarms.put(prefix + "TimedOut", new Watch(machineArn, ExecutionStatus.TIMED_OUT));
    return this;
  }

  public Service service() {
    return new Service("monitoring", Service.Protocol.JSON)
        .on("DescribeAlarms", DescribeAlarmsRequest::builder, this::describe);
  }

  /** One page: a world has few alarms. */
  private DescribeAlarmsResponse describe(Caller caller, DescribeAlarmsRequest request) {
    Members.of(request).modelled(MODELLED);
    var prefix = request.alarmNamePrefix() == null ? "" : request.alarmNamePrefix();
    return DescribeAlarmsResponse.builder()
        .metricAlarms(
            alarms.entrySet().stream()
                .filter(it -> it.getValue().machineArn().contains(":" + caller.region() + ":"))
                .filter(it -> it.getKey().startsWith(prefix))
                .filter(it -> !request.hasAlarmNames() || isNamed(request, it.getKey()))
                .map(it -> view(caller, it.getKey(), it.getValue()))
                .filter(it -> isIn(request.stateValue(), it))
                .toList())
        .compositeAlarms(List.of())
        .build();
  }

  private static boolean isNamed(DescribeAlarmsRequest request, String name) {
    return request.alarmNames().contains(name);
  }

  private static boolean isIn(StateValue asked, MetricAlarm alarm) {
    return asked == null || alarm.stateValue() == asked;
  }

  private MetricAlarm view(Caller caller, String name, Watch watch) {
    var since = time.instant().minus(PERIOD);
    long ended =
        engine.executions().stream()
            .filter(it -> it.machineArn().equals(watch.machineArn()))
            .filter(it -> it.status() == watch.end() && endedAfter(since, it))
            .count();
    return MetricAlarm.builder()
        .alarmName(name)
        .alarmArn(
            "arn:aws:cloudwatch:%s:%s:alarm:%s".formatted(caller.region(), caller.account(), name))
        .actionsEnabled(true)
        .stateValue(ended > 0 ? StateValue.ALARM : StateValue.OK)
        .stateReason(ended + " executions ended so within " + PERIOD.toMinutes() + " minutes")
        .namespace("AWS/States")
        .metricName("Executions" + (watch.end() == ExecutionStatus.FAILED ? "Failed" : "TimedOut"))
        .statistic(Statistic.SUM)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .threshold(1.0)
        .evaluationPeriods(1)
        .period((int) PERIOD.toSeconds())
        .build();
  }

  private static boolean endedAfter(Instant since, Execution execution) {
    return execution.stopDate() != null && execution.stopDate().isAfter(since);
  }
}
