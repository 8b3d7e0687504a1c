package aurora.restore.scale;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Repository;
import aurora.restore.world.JsonFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static ObjectNode input() {
    var example = Repository.path("docs/examples/restore-same-region.json");
    return (ObjectNode) JsonFile.read(example);
  }

  @Test
  void oneAloneIsThrottledByNothing() {
    var alone = Crowd.of(input(), 1, 20, true);

    assertThat(alone.succeeded()).isOne();
    assertThat(alone.untrue()).isZero();
    assertThat(alone.throttled()).isEmpty();
    assertThat(alone.median()).isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void beyondTheAccountsQuotasRestoresFailAndAllIsTold() {
    var large = input().put("instance_count", 13); // AWS gives an account forty

    var crowd = Crowd.of(large, 4, 20, false);

    assertThat(crowd.succeeded()).isBetween(1, 3);
    assertThat(crowd.untrue()).isZero();
  }

  @Test
  void aSlowRdsDelaysThemAndAllEndTruly() {
    var crowd = Crowd.of(input(), 8, 1, true);

    assertThat(crowd.throttled()).isNotEmpty();
    assertThat(crowd.untrue()).isZero();
    assertThat(crowd.mostThrottled()).startsWith("rds:");
    assertThat(crowd.throttledPercent()).isBetween(0.1, 99.0);
  }

  @Test
  void thePlotHasAPointOfEachCurveForEachCrowd() {
    var one = Crowd.of(input(), 1, 20, true);

    var svg = GrowthPlot.of(List.of(one, one));

    assertThat(svg.split("<polyline", -1)).hasSize(6);
    assertThat(svg.split("points=\"", -1)[1].split("\"", -1)[0].split(" ", -1)).hasSize(2);
  }
}
