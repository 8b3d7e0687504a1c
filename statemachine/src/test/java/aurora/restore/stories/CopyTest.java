package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRefused;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertRestoredWithoutCopy;
import static aurora.restore.stories.RunbookInput.ACCOUNT;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.OTHER_ACCOUNT;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.SOURCE;
import static aurora.restore.stories.RunbookInput.SOURCE_KEY;
import static aurora.restore.stories.RunbookInput.TARGET_KEY;
import static aurora.restore.stories.RunbookInput.TARGET_KEY_ID;
import static aurora.restore.stories.RunbookInput.input;
import static aurora.restore.stories.RunbookInput.sameRegion;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.PreflightFailed;
import aurora.restore.simulation.rds.RdsKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/** From region to region, from account to account, from key to key. */
class CopyTest {
  @Test
  void unencryptedSnapshotIsCopiedToTheOtherRegionAndRestoredThere() {
    try (var story = Story.of(input())) {
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(story.made(RdsKind.CLUSTER_SNAPSHOT)).containsExactly("aurora-restore-drill-1");
      assertThat(story.made(RdsKind.CLUSTER)).containsExactly("orders-drill-1");
      assertThat(story.made(RdsKind.INSTANCE)).containsExactly("orders-drill-1-1");
      assertThat(story.copy(run).storageEncrypted()).isFalse();
      assertThat(story.cluster(run).storageEncrypted()).isFalse();
      assertThat(run.output().get("rpo_seconds").asLong()).isEqualTo(6 * 3600);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alias/dr",
        TARGET_KEY_ID,
        TARGET_KEY,
        "arn:aws:kms:us-west-2:111122223333:alias/dr"
      })
  void encryptedSnapshotIsCopiedUnderTheKeyOfTheTargetRegion(String key) {
    var input = input().with("kms_key_id", key);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.copy(run).kmsKeyId()).isEqualTo(TARGET_KEY);
      assertThat(story.cluster(run).kmsKeyId()).isEqualTo(TARGET_KEY);
      assertThat(story.calls().of(CopyDbClusterSnapshotRequest.class))
          .singleElement()
          .returns(TARGET_KEY, CopyDbClusterSnapshotRequest::kmsKeyId);
      assertThat(story.calls().of(RestoreDbClusterFromSnapshotRequest.class))
          .singleElement()
          .as("the key is never left to RDS")
          .returns(TARGET_KEY, RestoreDbClusterFromSnapshotRequest::kmsKeyId);
    }
  }

  /** The SDK signs a URL for the source's region, which is of use across regions alone. */
  @ParameterizedTest
  @CsvSource({"us-east-1, false", "us-west-2, true"})
  void copyIsSignedForTheSourcesRegionAcrossRegionsAlone(String target, boolean signed) {
    var input = input().with("target_region", target).with("kms_key_id", "alias/other");
    try (var story = Story.of(input)) {
      assertRestored(story, story.restore(input));
      assertThat(story.calls().of(CopyDbClusterSnapshotRequest.class))
          .singleElement()
          .returns(signed, copy -> copy.preSignedUrl() != null);
    }
  }

  @Test
  void encryptedSnapshotIsRefusedToAnotherRegionWithoutAKeyOfThatRegion() {
    try (var story = Story.withoutSource(input())) {
      story.world().kms().key(ACCOUNT, SOURCE, keyId(SOURCE_KEY));
      story.source().snapshot(SNAPSHOT).encryptedWith(SOURCE_KEY).exists();
      var run = story.restore(input());
      assertRefused(story, run, PreflightFailed.class).contains("kms_key_id", SNAPSHOT);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void snapshotOfTheSameRegionIsRestoredWithoutACopy(boolean encrypted) {
    try (var story = Story.withoutSource(sameRegion())) {
      story.world().kms().key(ACCOUNT, SOURCE, keyId(SOURCE_KEY));
      var snapshot = story.source().snapshot(SNAPSHOT).of(CLUSTER);
      (encrypted ? snapshot.encryptedWith(SOURCE_KEY) : snapshot.unencrypted()).exists();
      var run = story.restore(sameRegion());
      assertRestoredWithoutCopy(story, run);
      assertThat(story.cluster(run).kmsKeyId()).isEqualTo(encrypted ? SOURCE_KEY : null);
      assertThat(story.calls().of(CopyDbClusterSnapshotRequest.class)).isEmpty();
      assertThat(story.calls().of(RestoreDbClusterFromSnapshotRequest.class))
          .singleElement()
          .returns(SNAPSHOT, RestoreDbClusterFromSnapshotRequest::snapshotIdentifier);
    }
  }

  @Test
  void snapshotOfTheSameRegionIsCopiedWhereItsKeyIsToChange() {
    var input = sameRegion().with("kms_key_id", "alias/other");
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      var other = "arn:aws:kms:us-east-1:111122223333:key/" + TARGET_KEY_ID;
      assertThat(story.copy(run).kmsKeyId()).isEqualTo(other);
      assertThat(story.cluster(run).kmsKeyId()).isEqualTo(other);
    }
  }

  @Test
  void snapshotSharedByAnotherAccountIsRestoredByItsArn() {
    var arn = "arn:aws:rds:us-east-1:" + OTHER_ACCOUNT + ":cluster-snapshot:" + SNAPSHOT;
    var input = sameRegion().with("snapshot_id", arn);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestoredWithoutCopy(story, run);
      assertThat(story.calls().of(RestoreDbClusterFromSnapshotRequest.class))
          .singleElement()
          .returns(arn, RestoreDbClusterFromSnapshotRequest::snapshotIdentifier);
    }
  }

  @Test
  void snapshotSharedByAnotherAccountIsCopiedAcrossRegionsInOneStep() {
    var arn = "arn:aws:rds:us-east-1:" + OTHER_ACCOUNT + ":cluster-snapshot:" + SNAPSHOT;
    var input = input().with("snapshot_id", arn).with("kms_key_id", "alias/dr");
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.calls().of(CopyDbClusterSnapshotRequest.class))
          .singleElement()
          .returns(arn, CopyDbClusterSnapshotRequest::sourceDBClusterSnapshotIdentifier);
      assertThat(story.copy(run).kmsKeyId()).isEqualTo(TARGET_KEY);
    }
  }

  private static String keyId(String arn) {
    return arn.substring(arn.indexOf('/') + 1);
  }
}
