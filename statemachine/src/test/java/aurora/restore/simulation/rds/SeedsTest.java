package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.Rig.copyOf;
import static aurora.restore.simulation.rds.Rig.instanceOf;
import static aurora.restore.simulation.rds.Rig.restoreOf;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One seed, one history; and what the two models of duration promise. */
class SeedsTest {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

  @Test
  void steadyModelAlwaysSucceedsWithinTheUsualDeadlines() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(history(DurationModel.steady(), seed).getLast())
          .as("seed " + seed)
          .endsWith("available");
    }
  }

  @Test
  void tailsHoldFailuresAndMomentsOfBackup() {
    var statuses = new HashSet<String>();
    for (long seed = 0; seed < 400; seed++) {
      history(DurationModel.withTails(), seed)
          .forEach(line -> statuses.add(line.substring(line.lastIndexOf(' ') + 1)));
    }
    assertThat(statuses).contains("failed", "backing-up", "migrating", "available");
  }

  @Test
  void oneSeedGivesOneHistory() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(history(DurationModel.withTails(), seed))
          .as("seed " + seed)
          .isEqualTo(history(DurationModel.withTails(), seed));
    }
    assertThat(history(DurationModel.withTails(), 1))
        .isNotEqualTo(history(DurationModel.withTails(), 2));
  }

  @Test
  void progressOfACopyNeverFalls() {
    for (long seed = 0; seed < 50; seed++) {
      var rig = new Rig(DurationModel.withTails(), seed);
      rig.copy(copyOf(rig.source()).kmsKeyId("alias/dr"));
      var last = 0;
      for (int i = 0; i < 100; i++) {
        var percent = rig.snapshot("copy-1").percentProgress();
        assertThat(percent).as("seed " + seed).isBetween(last, 100);
        last = percent;
        rig.pass(Duration.ofMinutes(3));
      }
    }
  }

  /** Copy, restore and first instance: each line an instant, a thing and its status. */
  private static List<String> history(DurationModel model, long seed) {
    var rig = new Rig(model, seed);
    var lines = new ArrayList<String>();
    rig.copy(copyOf(rig.source()).kmsKeyId("alias/dr"));
    watch(rig, lines, Duration.ofHours(24), "copy-1");
    if (!lines.getLast().endsWith("available")) {
      return lines;
    }
    rig.restore(restoreOf("copy-1"));
    watch(rig, lines, Duration.ofHours(6), "restored");
    while (true) {
      try {
        rig.create(instanceOf("restored", "r-1"));
        break;
      } catch (AwsError busy) {
        // A fresh cluster may be backed up just now; whatever else it is shows in the history.
        lines.add(rig.time.instant() + " restored " + rig.cluster("restored").status());
        if (!lines.getLast().endsWith("backing-up")) {
          return lines;
        }
        rig.pass(LOOK_EVERY);
      }
    }
    watch(rig, lines, Duration.ofHours(2), "r-1");
    return lines;
  }

  private static void watch(Rig rig, List<String> lines, Duration most, String identifier) {
    var deadline = rig.time.instant().plus(most);
    String status;
    do {
      rig.pass(LOOK_EVERY);
      status =
          rig.rds.resources().stream()
              .filter(it -> it.identifier().equals(identifier))
              .map(Resource::status)
              .findFirst()
              .orElseThrow();
      lines.add(rig.time.instant() + " " + identifier + " " + status);
    } while (!Set.of("available", "failed").contains(status)
        && rig.time.instant().isBefore(deadline));
  }
}
