package aurora.restore.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.HistoryJson;
import aurora.restore.operation.Milestone;
import aurora.restore.world.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Mixtures of what passes by itself, drawn by seeds. */
class SeedsTest {
  /** More of them: {@code -Dseeds=1000}. */
  private static final int SEEDS = Integer.getInteger("seeds", 24);

  /** Each strikes for a while or once: alone, each is outlasted. */
  private static final List<String> PASSING =
      List.of(
          "throttled",
          "throttled=rds:DescribeDBClusterSnapshots",
          "throttled=dynamodb",
          "throttled=sns",
          "dynamodb-down",
          "sns-down",
          "copy-slots-full",
          "answer-lost=rds:CopyDBClusterSnapshot",
          "answer-lost=rds:CreateDBSubnetGroup",
          "answer-lost",
          "answer-lost=rds:CreateDBInstance",
          "answer-lost=sns:Publish",
          "answer-lost=dynamodb:TransactWriteItems",
          "crash-before=CopySnapshot",
          "crash-after=CopySnapshot",
          "crash-after=RestoreCluster",
          "crash-after=CreateInstance",
          "crash-after=RecordAudit",
          "function-timeout=RestoreCluster",
          "function-timeout=CreateInstance",
          "function-timeout=RecordAudit",
          "event-twice",
          "event-late");

  /** Some runs meet one of these as well, so that reports are written in bad weather too. */
  private static final List<String> FINAL =
      List.of("copy-fails", "cluster-fails", "instance-fails", "snapshot-quota-full");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  private static List<String> drawn(long seed) {
    var random = new SplittableRandom(seed);
    var faults = new ArrayList<String>();
    var count = random.nextInt(1, 5);
    while (faults.size() < count) {
      var fault = PASSING.get(random.nextInt(PASSING.size()));
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
    if (random.nextInt(4) == 0) {
      faults.add(FINAL.get(random.nextInt(FINAL.size())));
    }
    return faults;
  }

  private static Drill drill(long seed) {
    return Drill.withTails(Inputs.plain(), seed, drawn(seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMixtureEndsTruly(long seed) {
    try (var drill = drill(seed)) {
      var run = drill.restore();
      try {
        assertEndedTruly(drill, run);
      } catch (AssertionError e) {
        throw new AssertionError(
            "seed " + seed + " with " + drawn(seed) + ": " + e.getMessage(), e);
      }
    }
  }

  private static void assertEndedTruly(Drill drill, Run run) {
    var faults = drill.faults().stream().map(it -> it.order().fault().name()).toList();
    assertThat(drill.touched()).isEmpty();
    assertThat(Drill.length(run)).isLessThan(Duration.ofHours(33));
    if (run.execution().status() == ExecutionStatus.SUCCEEDED) {
      Honest.assertSucceeded(drill, run);
      assertThat(faults).doesNotContainAnyElementsOf(FINAL);
      return;
    }
    if (faults.stream().noneMatch(FINAL::contains)) {
      // Storms that meet can outlast the retries, and in life some things fail by themselves.
      assertThat(run.execution().error())
          .isIn(
              "aurora.restore.error.TransientFailure",
              "aurora.restore.error.CopyFailed",
              "aurora.restore.error.InstanceDeadlineExceeded");
    }
    if (faults.contains("sns-down")) {
      assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("FAILED");
      assertThat(run.milestones()).containsOnlyOnce(Milestone.FAILED);
      assertThat(drill.world().mail()).isEmpty();
    } else {
      Honest.assertFailed(drill, run, 1);
    }
  }

  @Test
  void oneSeedIsOneHistory() {
    var seed = 3;
    assertThat(told(seed)).isEqualTo(told(seed));
  }

  private static List<String> told(long seed) {
    try (var drill = drill(seed)) {
      var run = drill.restore();
      var told = new ArrayList<String>();
      run.execution().history().forEach(event -> told.add(HistoryJson.of(event).toString()));
      run.audit().forEach(row -> told.add(row.toString()));
      drill.world().mail().forEach(mail -> told.add(mail.toString()));
      return told;
    }
  }
}
