package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.ACCOUNT;
import static aurora.restore.simulation.rds.Rig.EAST;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.OTHER_ACCOUNT;
import static aurora.restore.simulation.rds.Rig.OURS;
import static aurora.restore.simulation.rds.Rig.WEST;
import static aurora.restore.simulation.rds.Rig.copyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.Tag;

class CopySnapshotTest {
  private final Rig rig = new Rig();

  @Test
  void copyGrowsFromNothingToAvailableUnderTheKeyOfItsRegion() {
    var source = rig.source();
    rig.durations.nextCopy(Course.takes(Duration.ofHours(2)));

    var begun = rig.copy(copyOf(source).kmsKeyId("alias/dr").tags(OURS));
    assertThat(begun.status()).isEqualTo("copying");
    assertThat(begun.percentProgress()).isZero();
    assertThat(begun.snapshotCreateTime()).isNull();

    rig.passHours(1);
    assertThat(rig.snapshot("copy-1").percentProgress()).isEqualTo(50);

    rig.passHours(1);
    var copy = rig.snapshot("COPY-1");
    assertThat(copy.status()).isEqualTo("available");
    assertThat(copy.percentProgress()).isEqualTo(100);
    assertThat(copy.snapshotCreateTime()).isNotNull();
    assertThat(copy.kmsKeyId()).isEqualTo(rig.westKey.arn());
    assertThat(copy.snapshotType()).isEqualTo("manual");
    assertThat(copy.sourceDBClusterSnapshotArn()).isEqualTo(source);
    assertThat(copy.tagList()).containsExactly(OURS);
    assertThat(copy.dbClusterSnapshotArn())
        .isEqualTo("arn:aws:rds:us-west-2:111122223333:cluster-snapshot:copy-1");
  }

  @Test
  void encryptedCopyAcrossRegionsNeedsAKeyOfTheDestination() {
    var source = rig.source();
    assertRefused("KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(source)));
    assertRefused(
        "KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(source).kmsKeyId(rig.eastKey.arn())));
    assertRefused(
        "KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(source).kmsKeyId("alias/none")));
    rig.westKey.state(KeyState.DISABLED);
    assertRefused("KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(source).kmsKeyId("alias/dr")));
  }

  @Test
  void encryptedCopyInItsRegionKeepsTheKeyUnlessAnotherIsGiven() {
    rig.local();
    assertThat(rig.copy(copyOf("local-1")).kmsKeyId()).isEqualTo(rig.westKey.arn());
  }

  @Test
  void unencryptedCopyStaysSoAndTakesNoKey() {
    var plain = rig.east().snapshot("plain").unencrypted().exists();
    assertRefused(
        "InvalidParameterCombination", () -> rig.copy(copyOf(plain).kmsKeyId("alias/dr")));
    assertThat(rig.copy(copyOf(plain)).storageEncrypted()).isFalse();
  }

  @Test
  void sourceOfAnotherRegionIsNamedByItsArn() {
    rig.source();
    assertRefused(
        "DBClusterSnapshotNotFoundFault",
        404,
        () -> rig.copy(copyOf("orders-1").kmsKeyId("alias/dr")));
    assertRefused(
        "InvalidParameterValue", () -> rig.copy(copyOf("arn:aws:rds:us-east-1:1:nonsense")));
  }

  @Test
  void sourceMustBeAvailable() {
    var creating =
        rig.east().snapshot("fresh").unencrypted().availableIn(Duration.ofHours(1)).exists();
    assertRefused("InvalidDBClusterSnapshotStateFault", () -> rig.copy(copyOf(creating)));
    rig.passHours(1);
    assertThat(rig.copy(copyOf(creating)).status()).isEqualTo("copying");
  }

  @Test
  void targetIsANewNameWithoutColons() {
    var source = rig.source();
    for (var name : new String[] {"rds:orders", "-x", "x-", "x--y", "1x", "x".repeat(64)}) {
      assertRefused(
          "InvalidParameterValue",
          () ->
              rig.copy(
                  copyOf(source).kmsKeyId("alias/dr").targetDBClusterSnapshotIdentifier(name)));
    }
    rig.copy(copyOf(source).kmsKeyId("alias/dr"));
    assertRefused(
        "DBClusterSnapshotAlreadyExistsFault",
        () ->
            rig.copy(
                copyOf(source).kmsKeyId("alias/dr").targetDBClusterSnapshotIdentifier("Copy-1")));
  }

  @Test
  void missingParameterIsNamed() {
    assertThatThrownBy(() -> rig.copy(copyOf("x").targetDBClusterSnapshotIdentifier(null)))
        .hasMessageContaining("TargetDBClusterSnapshotIdentifier");
  }

  @Test
  void sixthCopyInProgressIsRefusedAndLaterAccepted() {
    var source = rig.source();
    rig.durations.everyCopy(Course.takes(Duration.ofMinutes(10)));
    for (int i = 1; i <= 5; i++) {
      copyNumber(i, source);
    }
    assertThatThrownBy(() -> copyNumber(6, source))
        .hasMessage("Cannot copy more than 5 snapshots across regions");
    assertRefused("SnapshotQuotaExceeded", () -> copyNumber(6, source));
    rig.passHours(2);
    copyNumber(6, source);
  }

  @Test
  void copiesOfOneSourceRunOneAfterTheOther() {
    var source = rig.source();
    rig.durations.everyCopy(Course.takes(Duration.ofHours(1)));
    copyNumber(1, source);
    copyNumber(2, source);
    rig.passHours(1);
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("available");
    assertThat(rig.snapshot("copy-2").percentProgress()).isZero();
    rig.passHours(1);
    assertThat(rig.snapshot("copy-2").status()).isEqualTo("available");
  }

  @Test
  void hundredManualSnapshotsAreTheLimitAndThoseOfAwsBackupDoNotCount() {
    rig.west().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 99);
    rig.west().snapshot("awsbackup:job-1").unencrypted().exists();
    rig.west().snapshot("rds:orders-2026-11-22-03-00").unencrypted().exists();
    var source = rig.source();
    copyNumber(1, source);
    assertThatThrownBy(() -> copyNumber(2, source))
        .hasMessage("Cannot create more than 100 manual snapshots");
    assertRefused("SnapshotQuotaExceeded", () -> copyNumber(2, source));
  }

  @Test
  void reservedTagsCannotBeCopiedAlongNorGiven() {
    var source = rig.east().snapshot("tagged").unencrypted().tag("aws:backup:source", "x").exists();
    assertRefused("InvalidParameterValue", () -> rig.copy(copyOf(source).copyTags(true)));
    assertRefused(
        "InvalidParameterValue",
        () -> rig.copy(copyOf(source).tags(Tag.builder().key("aws:x").value("y").build())));
    assertThat(rig.copy(copyOf(source)).tagList()).isEmpty();
  }

  @Test
  void copiedTagsAreOverriddenByGivenOnes() {
    var source = rig.source();
    var mine = Tag.builder().key("team").value("dr").build();
    assertThat(rig.copy(copyOf(source).kmsKeyId("alias/dr").copyTags(true).tags(mine)).tagList())
        .containsExactly(mine);
  }

  @Test
  void sourceDeletedMeanwhileFailsTheCopy() {
    var source = rig.source();
    rig.copy(copyOf(source).kmsKeyId("alias/dr"));
    deleteIn(EAST, "orders-1");
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("failed");
    rig.passHours(24);
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("failed");
  }

  @Test
  void sourceDeletedAfterwardsLeavesTheCopy() {
    var source = rig.source();
    rig.copy(copyOf(source).kmsKeyId("alias/dr"));
    rig.passHours(24);
    deleteIn(EAST, "orders-1");
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("available");
  }

  @Test
  void keyDisabledMeanwhileFailsTheCopy() {
    rig.copy(copyOf(rig.source()).kmsKeyId("alias/dr"));
    rig.westKey.state(KeyState.PENDING_DELETION);
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("failed");
  }

  @Test
  void copyCanBeToldToStallToFailOrToTakeADay() {
    var source = rig.source();
    rig.durations.nextCopy(
        Course.stalls(40),
        Course.endsIn("failed", Duration.ofMinutes(5)),
        Course.takes(Duration.ofHours(24)));
    copyNumber(1, source);
    copyNumber(2, source);
    rig.passHours(1);
    assertThat(rig.snapshot("copy-2").status()).isEqualTo("failed");
    copyNumber(3, source);
    rig.passHours(23);
    assertThat(rig.snapshot("copy-3").status()).isEqualTo("copying");
    rig.passHours(1);
    assertThat(rig.snapshot("copy-3").status()).isEqualTo("available");
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("copying");
    assertThat(rig.snapshot("copy-1").percentProgress()).isEqualTo(40);
  }

  @Test
  void copyInProgressIsCancelledByDeletingIt() {
    rig.copy(copyOf(rig.source()).kmsKeyId("alias/dr"));
    deleteIn(WEST, "copy-1");
    assertThat(rig.snapshot("copy-1").status()).isEqualTo("deleting");
    rig.passHours(1);
    assertRefused("DBClusterSnapshotNotFoundFault", 404, () -> rig.snapshot("copy-1"));
  }

  @Test
  void onlyManualSnapshotsAreDeletedAndOnlyOnce() {
    rig.west().snapshot("rds:orders-2026-11-22-03-00").unencrypted().exists();
    rig.west().snapshot("awsbackup:job-1").unencrypted().exists();
    rig.local();
    for (var name : new String[] {"rds:orders-2026-11-22-03-00", "awsbackup:job-1"}) {
      assertRefused("InvalidDBClusterSnapshotStateFault", () -> deleteIn(WEST, name));
    }
    deleteIn(WEST, "local-1");
    assertRefused("InvalidDBClusterSnapshotStateFault", () -> deleteIn(WEST, "local-1"));
  }

  @Test
  void sharedSnapshotIsCopiedUnderAnOwnKeyWhenItsOwnersKeyAdmitsIt() {
    var theirKey = rig.kms.key(OTHER_ACCOUNT, EAST);
    var shared =
        rig.rds
            .in(OTHER_ACCOUNT, EAST)
            .snapshot("theirs")
            .engine(MYSQL, Rig.VERSION)
            .encryptedWith(theirKey.arn())
            .sharedWith(ACCOUNT)
            .tag("secret", "plan")
            .exists();
    assertRefused("KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(shared).kmsKeyId("alias/dr")));
    theirKey.admits(ACCOUNT);
    var copy = rig.copy(copyOf(shared).kmsKeyId("alias/dr").copyTags(true));
    assertThat(copy.kmsKeyId()).isEqualTo(rig.westKey.arn());
    assertThat(copy.tagList()).isEmpty();
  }

  @Test
  void snapshotUnderAnAwsManagedKeyCannotCrossAccounts() {
    var managed = rig.kms.key(OTHER_ACCOUNT, EAST).awsManaged().admits(ACCOUNT);
    var shared =
        rig.rds
            .in(OTHER_ACCOUNT, EAST)
            .snapshot("theirs")
            .encryptedWith(managed.arn())
            .sharedWith(ACCOUNT)
            .exists();
    assertRefused("KMSKeyNotAccessibleFault", () -> rig.copy(copyOf(shared).kmsKeyId("alias/dr")));
  }

  @Test
  void snapshotThatNobodySharedIsNotFound() {
    var theirs = rig.rds.in(OTHER_ACCOUNT, EAST).snapshot("theirs").unencrypted().exists();
    assertRefused("DBClusterSnapshotNotFoundFault", 404, () -> rig.copy(copyOf(theirs)));
  }

  private void copyNumber(int number, String source) {
    rig.copy(
        copyOf(source).kmsKeyId("alias/dr").targetDBClusterSnapshotIdentifier("copy-" + number));
  }

  private void deleteIn(String region, String identifier) {
    rig.call(
        new Caller(ACCOUNT, region, "Test"),
        "DeleteDBClusterSnapshot",
        DeleteDbClusterSnapshotRequest.builder().dbClusterSnapshotIdentifier(identifier).build(),
        DeleteDbClusterSnapshotResponse.class);
  }
}
