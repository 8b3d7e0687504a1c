package aurora.restore.stories.preflight;

import static aurora.restore.stories.Ending.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.PreflightFailed;
import aurora.restore.world.World;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A source region that can't be asked, and one that this version doesn't know. */
class SourceRegionTest {
  @Test
  void aSourceRegionThatIsNotEnabledIsRefusedWithTheCommandThatEnablesIt() {
    try (var scene = Scene.of()) {
      var input = scene.input.deepCopy().put("source_region", "af-south-1");
      var description = World.describedBy(input).notEnabled("af-south-1");
      try (var world = new World(description, Scene.WEST, 1)) {
        var run = world.restore("drill-1", input);
        assertFailed(run, PreflightFailed.class);
        assertThat(run.errorMessage())
            .contains("source_region: af-south-1 isn't enabled in account 111122223333")
            .contains("aws account enable-region --region-name af-south-1");
      }
    }
  }

  @Test
  void aSourceRegionThatIsEnabledIsRestoredFrom() {
    try (var scene = Scene.of(it -> it.put("source_region", "af-south-1"))) {
      assertThat(scene.warnings()).noneMatch(it -> it.contains("af-south-1 is not among"));
    }
  }

  @Test
  void aWellFormedRegionThatHasNoHostIsRefusedWhileOthersMayBeNewerThanTheList() {
    try (var scene = Scene.of()) {
      var description = World.describedBy(scene.input);
      var input = scene.input.deepCopy().put("source_region", "ap-antarctica-1");
      try (var world = new World(description, Scene.WEST, 1)) {
        var run = world.restore("drill-1", input);
        assertThat(run.execution().status())
            .as(run.errorMessage())
            .isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.errorMessage())
            .contains("source_region: ap-antarctica-1 has no RDS that answers");
      }
    }
  }
}
