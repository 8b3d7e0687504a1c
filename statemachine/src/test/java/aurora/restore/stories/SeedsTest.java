package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.HistoryJson;
import aurora.restore.world.Run;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One seed, one history; and what holds at every moment of every history. */
class SeedsTest {
  private static final long SEEDS = 50;

  @Test
  void oneSeedGivesOneHistoryByteForByte() {
    var first = told(4711);
    assertThat(told(4712)).isNotEqualTo(first);
    assertThat(told(4713)).isNotEqualTo(first);
    assertThat(told(4711)).isEqualTo(first);
  }

  @Test
  void worldsThatRunBesideEachOtherDoNotMeet() {
    var alone = told(4711);
    try (var one = Story.of(busy(), 4711);
        var other = Story.of(busy(), 4712)) {
      var run = one.start(Story.DRILL, busy());
      var beside = other.start(Story.DRILL, busy());
      one.stepWhile(run, () -> true, ignored -> other.world().runNext());
      other.world().run(beside);
      assertThat(told(one, run)).isEqualTo(alone);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everySeedSucceedsAndKeepsThePromises(long seed) {
    try (var story = Story.of(busy(), seed)) {
      var invariants = new Invariants(story);
      var run = story.restore(busy(), invariants::check);
      assertRestored(story, run);
      assertThat(invariants.rowsSeen()).isGreaterThan(10);
    }
  }

  /** Three instances, whose events interleave, a key and a password. */
  private static RunbookInput busy() {
    return input()
        .with("instance_count", 3)
        .with("kms_key_id", "alias/dr")
        .with("manage_master_password", true);
  }

  private static String told(long seed) {
    try (var story = Story.of(busy(), seed)) {
      return told(story, story.restore(busy()));
    }
  }

  /** Everything that is left of a restore. */
  private static String told(Story story, Run run) {
    return HistoryJson.of(run.execution())
        + run.state().orElseThrow()
        + run.audit()
        + story.world().mail()
        + story.world().resources();
  }
}
