package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertRefused;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.OTHER_ACCOUNT;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.SOURCE;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.PreflightFailed;
import aurora.restore.error.SourceUnavailable;
import aurora.restore.simulation.rds.RegionSetUp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Which snapshot an input means, and which it can't mean. */
class WhichSnapshotTest {
  private static final String NEWEST_AUTOMATED = "rds:orders-2026-11-23-00-00";
  private static final String NEWEST_MANUAL = "orders-before-deploy";

  @ParameterizedTest
  @CsvSource({"," + NEWEST_MANUAL, "manual," + NEWEST_MANUAL, "automated," + NEWEST_AUTOMATED})
  void latestIsTheNewestAvailableOneOfManyPages(String type, String expected) {
    var input = type == null ? latest() : latest().with("snapshot_type", type);
    try (var story = Story.withoutSource(input)) {
      fillSeveralPages(story);
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(run.output().at("/snapshot/id").asText()).isEqualTo(expected);
      if (type == null) {
        assertThat(story.calls().of(DescribeDbClusterSnapshotsRequest.class))
            .as("pages after the first")
            .anyMatch(query -> query.marker() != null);
      }
    }
  }

  @Test
  void startedAgainLatestMeansTheSnapshotThatItMeantBefore() {
    var input = latest().with("operation_id", "drill-of-november");
    try (var story = Story.withoutSource(input)) {
      fillSeveralPages(story);
      var first = story.restore("first", input);
      story
          .source()
          .snapshot("orders-after-first")
          .of(CLUSTER)
          .createdAt(story.world().now())
          .exists();

      var second = story.restore("second", input);

      assertSucceeded(second);
      assertThat(second.output().get("snapshot").get("id"))
          .isEqualTo(first.output().get("snapshot").get("id"));
    }
  }

  @Test
  void latestIsRefusedWhereTheNewestAvailableOneIsTooOld() {
    var input = latest().with("max_snapshot_age_hours", 1);
    try (var story = Story.withoutSource(input)) {
      fillSeveralPages(story);
      assertRefused(story, story.restore(input), PreflightFailed.class)
          .contains("max_snapshot_age_hours", NEWEST_MANUAL, "2 hours old");
    }
  }

  @Test
  void latestIsTakenAsLongAsItIsYoungEnough() {
    var input = latest().with("max_snapshot_age_hours", 3);
    try (var story = Story.withoutSource(input)) {
      fillSeveralPages(story);
      assertRestored(story, story.restore(input));
    }
  }

  @Test
  void latestIsRefusedWhereNoneIsAvailable() {
    try (var story = Story.withoutSource(latest())) {
      var region = story.source();
      region.snapshot("orders-1").of(CLUSTER).status("failed").exists();
      region.snapshot("orders-2").of(CLUSTER).availableIn(Duration.ofMinutes(3)).exists();
      region.snapshot("payments-1").of("payments").exists();
      assertRefused(story, story.restore(latest()), PreflightFailed.class)
          .contains("source_cluster_id", "no available snapshot of cluster orders");
    }
  }

  @Test
  void latestIsNeverACopyThatThePipelineMade() {
    try (var story = Story.withoutSource(latest())) {
      var region = story.source();
      put(story, region, "orders-2", 2);
      put(story, region, "aurora-restore-drill-of-october", 1);
      var run = story.restore(latest());
      assertRestored(story, run);
      assertThat(run.output().at("/snapshot/id").asText()).isEqualTo("orders-2");
    }
  }

  @Test
  void latestIsRefusedWithTheArnOfTheNewestSharedOneWhereNoneIsOwn() {
    try (var story = Story.withoutSource(latest())) {
      share(story, "orders-monday", 30);
      share(story, "orders-tuesday", 6);
      assertRefused(story, story.restore(latest()), PreflightFailed.class)
          .contains("source_cluster_id", "shared", sharedArn("orders-tuesday"));
    }
  }

  @Test
  void sharedSnapshotByItsPlainNameIsRefusedWithItsArnAndRestoredByIt() {
    var named = input().with("snapshot_id", "orders-monday");
    try (var story = Story.withoutSource(named)) {
      share(story, "orders-monday", 30);
      assertRefused(story, story.restore(named), PreflightFailed.class)
          .contains("snapshot_id", "by its ARN: " + sharedArn("orders-monday"));
    }
    var byArn = input().with("snapshot_id", sharedArn("orders-monday"));
    try (var story = Story.withoutSource(byArn)) {
      share(story, "orders-monday", 30);
      assertRestored(story, story.restore(byArn));
    }
  }

  @Test
  void missingSnapshotOfAwsBackupIsRefusedWithTheFormThatIsFound() {
    var input = input().with("snapshot_id", "awsbackup:job-1");
    try (var story = Story.withoutSource(input)) {
      assertRefused(story, story.restore(input), PreflightFailed.class)
          .contains("snapshot_id", "describe-db-cluster-snapshots", "by its name or its ARN");
    }
  }

  @Test
  void startedAgainAfterItsSnapshotIsGoneWithoutACopyLatestIsTheNewestAgain() {
    var input = latest().with("operation_id", "drill-of-november");
    try (var story = Story.withoutSource(input)) {
      var region = story.source();
      put(story, region, "orders-older", 5);
      put(story, region, "orders-newer", 1);
      Cue.onEntering(story.world(), "Copy Snapshot", () -> region.withoutSnapshot("orders-newer"));
      var first = story.restore("first", input);
      assertFailed(first, SourceUnavailable.class);
      var second = story.restore("second", input);
      assertSucceeded(second);
      assertThat(second.output().at("/snapshot/id").asText()).isEqualTo("orders-older");
    }
  }

  @Test
  void startedAgainAfterItsSnapshotIsGoneItsCopyIsRestored() {
    var input = latest().with("operation_id", "drill-of-november");
    try (var story = Story.withoutSource(input)) {
      var region = story.source();
      put(story, region, "orders-older", 5);
      put(story, region, "orders-newer", 1);
      assertThat(story.restore("first", input).execution().status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      region.withoutSnapshot("orders-newer");
      var second = story.restore("second", input);
      assertSucceeded(second);
      assertThat(second.output().at("/snapshot/id").asText()).isEqualTo("orders-newer");
    }
  }

  @Test
  void askedForTheLatestOfAnotherClusterTheSameOperationMeansThatOne() {
    var input = latest().with("operation_id", "drill-of-november").with("dry_run", false);
    try (var story = Story.withoutSource(input)) {
      var region = story.source();
      put(story, region, "orders-1", 5);
      region.snapshot("payments-1").of("payments").createdAt(ago(story, 1)).exists();
      story.restore("first", input);
      var second =
          story.restore(
              "second", input.with("source_cluster_id", "payments").with("dry_run", true));
      assertThat(second.output().at("/snapshot/id").asText())
          .as(second.errorMessage())
          .isEqualTo("payments-1");
    }
  }

  @Test
  void automatedSnapshotIsRestoredByItsName() {
    var input = input().with("snapshot_id", "rds:orders-2026-11-22-21-00");
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(run.output().at("/snapshot/id").asText()).isEqualTo("rds:orders-2026-11-22-21-00");
      assertThat(run.output().get("cluster_id").asText()).isEqualTo("orders-drill-1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SNAPSHOT,
        "rds:orders-2026-11-22-21-00",
        "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:orders-2026-11-22",
        "arn:aws:rds:us-east-1:444455556666:cluster-snapshot:orders-2026-11-22"
      })
  void missingSnapshotIsRefused(String snapshot) {
    var input = input().with("snapshot_id", snapshot);
    try (var story = Story.withoutSource(input)) {
      // Another account's, not shared with this one, is as good as missing.
      story.world().rds(OTHER_ACCOUNT, SOURCE).snapshot(SNAPSHOT).exists();
      assertRefused(story, story.restore(input), PreflightFailed.class)
          .contains("snapshot_id", snapshot, SOURCE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"creating", "failed", "deleting"})
  void snapshotThatIsNotAvailableIsRefused(String status) {
    try (var story = Story.withoutSource(input())) {
      story.source().snapshot(SNAPSHOT).of(CLUSTER).status(status).exists();
      assertRefused(story, story.restore(input()), PreflightFailed.class)
          .contains("snapshot_id", SNAPSHOT + " is " + status);
    }
  }

  @Test
  void snapshotOlderThanAllowedIsRefused() {
    var input = input().with("max_snapshot_age_hours", 5);
    try (var story = Story.of(input)) {
      assertRefused(story, story.restore(input), PreflightFailed.class)
          .contains("max_snapshot_age_hours", "6 hours old");
    }
  }

  private static RunbookInput latest() {
    return input().with("snapshot_id", "latest").with("source_cluster_id", CLUSTER);
  }

  private static void share(Story story, String name, int ageHours) {
    story
        .world()
        .rds(OTHER_ACCOUNT, SOURCE)
        .snapshot(name)
        .of(CLUSTER)
        .unencrypted()
        .createdAt(ago(story, ageHours))
        .sharedWith("111122223333")
        .exists();
  }

  private static String sharedArn(String name) {
    return "arn:aws:rds:" + SOURCE + ":" + OTHER_ACCOUNT + ":cluster-snapshot:" + name;
  }

  /** 240 old ones, then the newest of each type, then younger ones that can't be restored. */
  private static void fillSeveralPages(Story story) {
    var region = story.source();
    for (int day = 1; day <= 120; day++) {
      put(story, region, "orders-day-" + day, day * 24);
      put(story, region, "rds:orders-day-" + day, day * 24 - 6);
    }
    put(story, region, NEWEST_AUTOMATED, 3);
    put(story, region, NEWEST_MANUAL, 2);
    region.snapshot("orders-broken").of(CLUSTER).createdAt(ago(story, 1)).status("failed").exists();
    region.snapshot("rds:orders-now").of(CLUSTER).status("creating").exists();
    region.snapshot("payments-now").of("payments").createdAt(ago(story, 1)).exists();
  }

  private static void put(Story story, RegionSetUp region, String name, int ageHours) {
    region.snapshot(name).of(CLUSTER).createdAt(ago(story, ageHours)).exists();
  }

  private static Instant ago(Story story, int hours) {
    return story.world().now().minus(Duration.ofHours(hours));
  }
}
