package aurora.restore.infra.watch;

import aurora.restore.infra.permission.Arns;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Milestone;
import aurora.restore.telemetry.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Makes the dashboard: first what restores are measured by, then what Step Functions, Lambda and
 * SQS measure by themselves.
 */
public record Dashboards(Construct scope, Arns arns, OwnMetrics own) {
  private static final int HALF = 12;

  public Dashboard make(
      Map<Machine, StateMachine> machines,
      Collection<IFunction> functions,
      List<Queue> deadLetters) {
    var rows = new ArrayList<List<IWidget>>();
    rows.add(goals());
    rows.add(operations());
    machines.forEach((machine, made) -> rows.add(executions(machine.id(), made)));
    rows.add(
        List.of(
            graph(
                "Functions: errors",
                each(functions, f -> f.metricErrors(by("Sum", Duration.minutes(5))))),
            graph(
                "Functions: throttles",
                each(functions, f -> f.metricThrottles(by("Sum", Duration.minutes(5)))))));
    rows.add(
        List.of(
            graph(
                "Functions: longest run, milliseconds",
                each(functions, f -> f.metricDuration(by("Maximum", Duration.minutes(5))))),
            graph(
                "Events that couldn't be delivered",
                deadLetters.stream()
                    .<IMetric>map(
                        queue ->
                            queue.metricApproximateNumberOfMessagesVisible(
                                by("Maximum", Duration.minutes(5))))
                    .toList())));
    return Dashboard.Builder.create(scope, "Dashboard")
        .dashboardName(arns.dashboard())
        .widgets(rows)
        .build();
  }

  /** The worst of an hour, should there be several restores in it. */
  private List<IWidget> goals() {
    var hour = Duration.hours(1);
    return List.of(
        graph(
            "RTO and RPO of completed restores, seconds",
            List.of(
                own.of(Metric.RTO, "Maximum", hour).with(label("RTO")),
                own.of(Metric.RPO, "Maximum", hour).with(label("RPO")))),
        GraphWidget.Builder.create()
            .title("Phases of completed restores, seconds")
            .left(
                Milestone.ofRestore().stream()
                    .map(milestone -> own.phase(milestone.phase(), "Average", hour))
                    .toList())
            .stacked(true)
            .width(HALF)
            .build());
  }

  private List<IWidget> operations() {
    var hour = Duration.hours(1);
    return List.of(
        graph("Failures by error", List.of(own.failuresByError(hour))),
        graph(
            "Failures to handle",
            Stream.of(Machine.RESTORE, Machine.CLEAN_UP)
                .map(it -> own.toHandle(arns.machineName(it), hour).with(label(it.id())))
                .toList()),
        graph(
            "Operations, counted every hour",
            List.of(
                own.of(Metric.RUNNING, "Maximum", hour).with(label("running")),
                own.of(Metric.OVERDUE, "Maximum", hour).with(label("overdue")))),
        graph(
            "Since the latest completed drill, seconds",
            List.of(own.of(Metric.DRILL_AGE, "Minimum", hour).with(label("drill")))));
  }

  private static MetricOptions label(String label) {
    return MetricOptions.builder().label(label).build();
  }

  private static List<IWidget> executions(String name, StateMachine machine) {
    var hourly = by("Sum", Duration.hours(1));
    return List.of(
        graph(
            name + ": executions an hour",
            List.of(
                machine.metricStarted(hourly),
                machine.metricSucceeded(hourly),
                machine.metricFailed(hourly),
                machine.metricTimedOut(hourly),
                machine.metricAborted(hourly),
                machine.metricThrottled(hourly))),
        graph(
            name + ": duration, milliseconds",
            List.of(
                machine.metricTime(by("Average", Duration.hours(1))),
                machine.metricTime(by("Maximum", Duration.hours(1))))));
  }

  private static List<IMetric> each(
      Collection<IFunction> functions, Function<IFunction, IMetric> metric) {
    return functions.stream().map(metric).toList();
  }

  private static MetricOptions by(String statistic, Duration period) {
    return MetricOptions.builder().statistic(statistic).period(period).build();
  }

  private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(metrics).width(HALF).build();
  }
}
