package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md says that a month costs is what the template has. */
class CostsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([a-z][^|]*) \\| (\\d*) ?\\| ([0-9.]*) ?\\| ([0-9.]+) \\|$", Pattern.MULTILINE);

  /**
   * A row of a table of costs.
   *
   * @param many how many there are, and {@code each} of which costs so much; -1 for a sum
   */
  private record Cost(int many, BigDecimal each, BigDecimal month) {}

  private static Map<String, Cost> costs() throws IOException {
    var costs = new LinkedHashMap<String, Cost>();
    ROW.matcher(Files.readString(Path.of("..", "docs", "deploy.md")))
        .results()
        .forEach(
            row ->
                costs.put(
                    row.group(1),
                    row.group(2).isEmpty()
                        ? new Cost(-1, BigDecimal.ZERO, new BigDecimal(row.group(4)))
                        : new Cost(
                            Integer.parseInt(row.group(2)),
                            new BigDecimal(row.group(3)),
                            new BigDecimal(row.group(4)))));
    return costs;
  }

  @Test
  void thereAreAsManyOfEachAsTheTemplateHas() throws IOException {
    var costs = costs();

    assertThat(costs.get("alarms").many())
        .isEqualTo(Synthesized.shipped().resources("AWS::CloudWatch::Alarm").size());
    assertThat(costs.get("dashboards of more than 50 metrics").many())
        .isEqualTo(Synthesized.shipped().resources("AWS::CloudWatch::Dashboard").size());
    assertThat(costs.get("customer-managed keys").many())
        .isEqualTo(Synthesized.shipped().resources("AWS::KMS::Key").size());
  }

  @Test
  void theDashboardHasMoreMetricsThanAreFree() {
    var body =
        Synthesized.shipped()
            .resource("AWS::CloudWatch::Dashboard", "Dashboard")
            .properties()
            .path("DashboardBody")
            .toString();

    assertThat(body.split("\\[\\\\\\\\?\"AWS/").length - 1).isGreaterThan(50);
  }

  @Test
  void everyRowIsItsNumberTimesItsPriceAndTheSumIsOfTheRowsAboveIt() throws IOException {
    assertThat(costs()).containsKeys("together", "state transitions");
    var sum = BigDecimal.ZERO;
    for (var row : costs().entrySet()) {
      var cost = row.getValue();
      if (cost.many() < 0) {
        assertThat(sum).as(row.getKey()).isEqualByComparingTo(cost.month());
        sum = BigDecimal.ZERO;
      } else {
        var exact = cost.each().multiply(BigDecimal.valueOf(cost.many()));
        assertThat(exact.subtract(cost.month()).abs())
            .as(row.getKey() + " is " + exact)
            .isLessThanOrEqualTo(new BigDecimal("0.0005"));
        sum = sum.add(cost.month());
      }
    }
  }
}
