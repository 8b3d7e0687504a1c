package aurora.restore.infra.watch;

import aurora.restore.telemetry.Metric;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * The metrics that this deployment's functions write into their logs, under the names that the
 * functions use.
 *
 * @param deployment the deployment's name
 */
public record OwnMetrics(String deployment) {
  /** Of a metric with no dimension but the deployment. */
  software.amazon.awscdk.services.cloudwatch.Metric of(
      Metric metric, String statistic, Duration period) {
    return of(metric, Map.of(), statistic, period);
  }

  /** Of one phase. */
  IMetric phase(String phase, String statistic, Duration period) {
    return of(Metric.PHASE, Map.of(Metric.BY_PHASE, phase), statistic, period)
        .with(MetricOptions.builder().label(phase).build());
  }

  /**
   * Failures that somebody must see to.
   *
   * @param machine the name of the state machine that failed
   */
  software.amazon.awscdk.services.cloudwatch.Metric toHandle(String machine, Duration period) {
    return of(Metric.TO_HANDLE, Map.of(Metric.BY_MACHINE, machine), "Sum", period);
  }

  /** Failures by the class of their error, whichever there are. */
  IMetric failuresByError(Duration period) {
    return MathExpression.Builder.create()
        .expression(
            "SEARCH('{%s,%s,%s} MetricName=\"%s\" %s=\"%s\"', 'Sum', %d)"
                .formatted(
                    Metric.NAMESPACE,
                    Metric.DEPLOYMENT,
                    Metric.BY_ERROR,
                    Metric.FAILURES.label(),
                    Metric.DEPLOYMENT,
                    deployment,
                    period.toSeconds().intValue()))
        .usingMetrics(Map.of())
        .label("")
        .period(period)
        .build();
  }

  private software.amazon.awscdk.services.cloudwatch.Metric of(
      Metric metric, Map<String, String> others, String statistic, Duration period) {
    var dimensions = new TreeMap<>(others);
    dimensions.put(Metric.DEPLOYMENT, deployment);
    return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
        .namespace(Metric.NAMESPACE)
        .metricName(metric.label())
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .period(period)
        .build();
  }
}
