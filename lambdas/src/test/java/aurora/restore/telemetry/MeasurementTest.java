package aurora.restore.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void aFigureWithoutItsDimensionIsRefusedWhereItIsMadeForCloudWatchWouldLoseItInSilence() {
    assertThatThrownBy(() -> Measurement.of(Metric.PHASE, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PhaseSeconds without its phase");
    assertThatThrownBy(
            () -> new Measurement(Map.of(Metric.FAILURES, 1L), Map.of(Metric.BY_ERROR, " ")))
        .hasMessage("Failures without its error");
  }

  @Test
  void noMetricIsKeptByOperation() {
    for (var metric : Metric.values()) {
      assertThat(metric.dimensions())
          .isNotEmpty()
          .allSatisfy(
              set ->
                  assertThat(set)
                      .contains(Metric.DEPLOYMENT)
                      .isSubsetOf(
                          Metric.DEPLOYMENT, Metric.BY_PHASE, Metric.BY_ERROR, Metric.BY_MACHINE));
    }
  }
}
