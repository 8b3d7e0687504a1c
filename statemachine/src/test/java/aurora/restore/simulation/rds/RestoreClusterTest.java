package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.ACCOUNT;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.OTHER_ACCOUNT;
import static aurora.restore.simulation.rds.Rig.OURS;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static aurora.restore.simulation.rds.Rig.WEST;
import static aurora.restore.simulation.rds.Rig.restoreOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.strict.NotModelledError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

class RestoreClusterTest {
  private final Rig rig = new Rig();

  @Test
  void clusterPassesThroughMigratingAndIsBornWithoutInstances() {
    rig.durations.nextCluster(Course.takes(Duration.ofMinutes(20)));
    var begun = rig.restore(restoreOf(rig.local()).dbClusterIdentifier("Orders-DR").tags(OURS));
    assertThat(begun.status()).isEqualTo("creating");
    assertThat(begun.earliestRestorableTime()).isNull();

    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.cluster("orders-dr").status()).isEqualTo("migrating");

    rig.pass(Duration.ofMinutes(10));
    var cluster = rig.cluster("ORDERS-DR");
    assertThat(cluster.status()).isEqualTo("available");
    assertThat(cluster.dbClusterIdentifier()).isEqualTo("orders-dr");
    assertThat(cluster.dbClusterMembers()).isEmpty();
    assertThat(cluster.earliestRestorableTime()).isNotNull();
    assertThat(cluster.tagList()).containsExactly(OURS);
    assertThat(cluster.dbSubnetGroup()).isEqualTo("dr");
    assertThat(cluster.vpcSecurityGroups())
        .containsExactly(
            VpcSecurityGroupMembership.builder()
                .vpcSecurityGroupId("sg-dr")
                .status("active")
                .build());
    assertThat(cluster.endpoint())
        .matches("orders-dr\\.cluster-c[a-z0-9]{11}\\.us-west-2\\.rds\\.amazonaws\\.com");
    assertThat(cluster.readerEndpoint()).startsWith("orders-dr.cluster-ro-");
    assertThat(cluster.dbClusterArn())
        .isEqualTo("arn:aws:rds:us-west-2:111122223333:cluster:orders-dr");
  }

  @Test
  void littleIsCarriedOver() {
    rig.west()
        .snapshot("old-1")
        .engine(MYSQL, VERSION)
        .encryptedWith(rig.westKey.arn())
        .port(3333)
        .tag("team", "shop")
        .exists();
    var cluster = rig.restore(restoreOf("old-1").dbSubnetGroupName(null).vpcSecurityGroupIds());
    assertThat(cluster.port()).isEqualTo(3333);
    assertThat(cluster.masterUsername()).isEqualTo("admin");
    assertThat(cluster.kmsKeyId()).isEqualTo(rig.westKey.arn());
    assertThat(cluster.dbSubnetGroup()).isEqualTo("default");
    assertThat(cluster.dbClusterParameterGroup()).isEqualTo("default.aurora-mysql8.0");
    assertThat(cluster.deletionProtection()).isFalse();
    assertThat(cluster.iamDatabaseAuthenticationEnabled()).isFalse();
    assertThat(cluster.masterUserSecret()).isNull();
    assertThat(cluster.tagList()).isEmpty();
  }

  @Test
  void versionLeftOutIsTheRegionsDefaultNotTheSnapshots() {
    var snapshot = rig.local();
    assertThat(rig.restore(restoreOf(snapshot).engineVersion(null)).engineVersion())
        .isEqualTo("8.0.mysql_aurora.3.08.2")
        .isNotEqualTo(VERSION);
    rig.pass(Duration.ofMinutes(1));
    rig.west().defaultEngineVersion(MYSQL, "8.0.mysql_aurora.3.04.0");
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).dbClusterIdentifier("lower").engineVersion(null)));
  }

  @Test
  void higherVersionIsReachedThroughUpgrading() {
    rig.durations.nextCluster(Course.takes(Duration.ofMinutes(100)));
    rig.restore(restoreOf(rig.local()).engineVersion("8.0.mysql_aurora.3.10.0"));
    rig.pass(Duration.ofMinutes(70));
    assertThat(rig.cluster("restored").status()).isEqualTo("upgrading");
    rig.pass(Duration.ofMinutes(30));
    assertThat(rig.cluster("restored").engineVersion()).isEqualTo("8.0.mysql_aurora.3.10.0");
  }

  @Test
  void versionThatTheRegionDoesNotOfferIsRefused() {
    var snapshot = rig.local();
    rig.west().withoutEngineVersion(MYSQL, VERSION);
    assertThatThrownBy(() -> rig.restore(restoreOf(snapshot)))
        .hasMessage("Cannot find version 8.0.mysql_aurora.3.08.0 for aurora-mysql");
    assertRefused("InvalidParameterCombination", () -> rig.restore(restoreOf(snapshot)));
  }

  @Test
  void engineMustBeTheSnapshots() {
    var snapshot = rig.local();
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).engine("aurora-postgresql").engineVersion("16.6")));
    assertRefused("InvalidParameterValue", () -> rig.restore(restoreOf(snapshot).engine("oracle")));
  }

  @Test
  void requiredMembersAreNamed() {
    assertThatThrownBy(() -> rig.restore(restoreOf("x").engine(null)))
        .hasMessageContaining("Engine");
  }

  @Test
  void snapshotMustBeAvailableAndInTheRegion() {
    var east = rig.source();
    assertRefused("DBClusterSnapshotNotFoundFault", 404, () -> rig.restore(restoreOf(east)));
    assertRefused("DBClusterSnapshotNotFoundFault", 404, () -> rig.restore(restoreOf("none")));
    rig.copy(Rig.copyOf(east).kmsKeyId("alias/dr"));
    assertRefused("InvalidDBClusterSnapshotStateFault", () -> rig.restore(restoreOf("copy-1")));
  }

  @Test
  void nameIsTakenWhateverItsCase() {
    rig.restore(restoreOf(rig.local()));
    assertRefused(
        "DBClusterAlreadyExistsFault",
        () -> rig.restore(restoreOf("local-1").dbClusterIdentifier("RESTORED")));
  }

  @Test
  void sameNameInAnotherLifeHasAnotherResourceId() {
    var first = rig.restored().dbClusterResourceId();
    rig.call(
        "DeleteDBCluster",
        DeleteDbClusterRequest.builder()
            .dbClusterIdentifier("restored")
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbClusterResponse.class);
    rig.passHours(2);
    assertThat(rig.restore(restoreOf("local-1")).dbClusterResourceId()).isNotEqualTo(first);
  }

  @Test
  void securityGroupMustExistInTheSubnetGroupsVpc() {
    rig.ec2.vpc(ACCOUNT, WEST, "vpc-other").securityGroup("sg-other");
    var snapshot = rig.local();
    assertThatThrownBy(() -> rig.restore(restoreOf(snapshot).vpcSecurityGroupIds("sg-other")))
        .hasMessageContaining("vpc-dr")
        .hasMessageContaining("vpc-other");
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).vpcSecurityGroupIds("sg-other")));
    assertRefused(
        "InvalidParameterValue",
        () -> rig.restore(restoreOf(snapshot).vpcSecurityGroupIds("sg-none")));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).dbSubnetGroupName(null)));
  }

  @Test
  void subnetGroupMustExist() {
    assertRefused(
        "DBSubnetGroupNotFoundFault",
        404,
        () -> rig.restore(restoreOf(rig.local()).dbSubnetGroupName("none")));
  }

  @Test
  void withoutADefaultVpcANetworkMustBeGiven() {
    rig.ec2.withoutDefaultVpc(ACCOUNT, WEST);
    var snapshot = rig.local();
    assertRefused(
        "InvalidSubnet",
        () -> rig.restore(restoreOf(snapshot).dbSubnetGroupName(null).vpcSecurityGroupIds()));
  }

  @Test
  void parameterGroupMustExistAndFitTheVersion() {
    rig.west()
        .clusterParameterGroup("mine", "aurora-mysql8.0")
        .clusterParameterGroup("pg", "aurora-postgresql16");
    var snapshot = rig.local();
    assertRefused(
        "DBClusterParameterGroupNotFound",
        404,
        () -> rig.restore(restoreOf(snapshot).dbClusterParameterGroupName("none")));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).dbClusterParameterGroupName("pg")));
    assertThat(
            rig.restore(restoreOf(snapshot).dbClusterParameterGroupName("Mine"))
                .dbClusterParameterGroup())
        .isEqualTo("mine");
  }

  @Test
  void keyMustBeUsableAndMayEncryptWhatWasNot() {
    rig.west().snapshot("plain").engine(MYSQL, VERSION).unencrypted().exists();
    assertRefused(
        "KMSKeyNotAccessibleFault", () -> rig.restore(restoreOf("plain").kmsKeyId("alias/none")));
    assertThat(rig.restore(restoreOf("plain").kmsKeyId("alias/dr")).kmsKeyId())
        .isEqualTo(rig.westKey.arn());
    rig.local();
    rig.westKey.state(KeyState.DISABLED);
    assertRefused(
        "KMSKeyNotAccessibleFault",
        () -> rig.restore(restoreOf("local-1").dbClusterIdentifier("other")));
  }

  @Test
  void sharedSnapshotIsRestoredByItsArn() {
    var key = rig.kms.key(OTHER_ACCOUNT, WEST).admits(ACCOUNT);
    var shared =
        rig.rds
            .in(OTHER_ACCOUNT, WEST)
            .snapshot("theirs")
            .engine(MYSQL, VERSION)
            .encryptedWith(key.arn())
            .sharedWith(ACCOUNT)
            .exists();
    assertThat(rig.restore(restoreOf(shared)).kmsKeyId()).isEqualTo(key.arn());
  }

  @Test
  void keyLostDuringARestoreEndsIt() {
    rig.restore(restoreOf(rig.local()));
    rig.westKey.state(KeyState.DISABLED);
    assertThat(rig.cluster("restored").status()).isEqualTo("inaccessible-encryption-credentials");
  }

  @Test
  void keyLostAfterwardsIsRecoverableForAWeek() {
    rig.restored();
    rig.westKey.state(KeyState.DISABLED);
    assertThat(rig.cluster("restored").status())
        .isEqualTo("inaccessible-encryption-credentials-recoverable");
    rig.pass(Duration.ofDays(7));
    assertThat(rig.cluster("restored").status()).isEqualTo("inaccessible-encryption-credentials");
  }

  @Test
  void quotaAndCapacityRefuseWithForbidden() {
    var snapshot = rig.local();
    rig.west().withoutClusterCapacity();
    assertRefused(
        "InsufficientDBClusterCapacityFault", 403, () -> rig.restore(restoreOf(snapshot)));
    rig.west().withClusterCapacity().used(Quota.CLUSTERS, 40);
    assertRefused("DBClusterQuotaExceededFault", 403, () -> rig.restore(restoreOf(snapshot)));
  }

  @Test
  void capacityRangeFollowsFromTheVersion() {
    var snapshot = rig.local();
    assertRefused("InvalidParameterValue", () -> rig.restore(scaled(snapshot, 0.25, 4)));
    assertRefused("InvalidParameterValue", () -> rig.restore(scaled(snapshot, 1, 257)));
    assertRefused("InvalidParameterValue", () -> rig.restore(scaled(snapshot, 8, 4)));
    var scaling = rig.restore(scaled(snapshot, 0, 16)).serverlessV2ScalingConfiguration();
    assertThat(scaling.minCapacity()).isZero();
    assertThat(scaling.secondsUntilAutoPause()).isEqualTo(300);
    rig.west().snapshot("old").engine(MYSQL, "8.0.mysql_aurora.3.05.2").unencrypted().exists();
    assertRefused(
        "InvalidParameterValue",
        () ->
            rig.restore(
                scaled("old", 0, 16)
                    .dbClusterIdentifier("old")
                    .engineVersion("8.0.mysql_aurora.3.05.2")));
  }

  @Test
  void outOfRangeSettingsAreRefused() {
    var snapshot = rig.local();
    assertRefused("InvalidParameterValue", () -> rig.restore(restoreOf(snapshot).port(80)));
    assertRefused(
        "InvalidParameterValue", () -> rig.restore(restoreOf(snapshot).backupRetentionPeriod(36)));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).enableCloudwatchLogsExports("postgresql")));
    assertRefused(
        "InvalidParameterValue",
        () -> rig.restore(restoreOf(snapshot).availabilityZones("eu-west-1a")));
    assertRefused(
        "StorageTypeNotSupported", () -> rig.restore(restoreOf(snapshot).storageType("gp3")));
  }

  @Test
  void membersOfMultiAzClustersAreRefused() {
    var snapshot = rig.local();
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).dbClusterInstanceClass("db.r6g.large")));
    assertRefused("InvalidParameterCombination", () -> rig.restore(restoreOf(snapshot).iops(1000)));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(restoreOf(snapshot).publiclyAccessible(false)));
  }

  @Test
  void memberThatIsNotModelledEndsTheRunByName() {
    var snapshot = rig.local();
    assertThatThrownBy(() -> rig.restore(restoreOf(snapshot).domain("d-1")))
        .isInstanceOf(NotModelledError.class)
        .hasMessageContaining("Domain");
  }

  @Test
  void restoreCanBeToldToEndBadlyOrNever() {
    var snapshot = rig.local();
    rig.durations.nextCluster(
        Course.endsIn("incompatible-restore", Duration.ofMinutes(9)), Course.stalls(0));
    rig.restore(restoreOf(snapshot).dbClusterIdentifier("bad"));
    rig.restore(restoreOf(snapshot).dbClusterIdentifier("never"));
    rig.passHours(48);
    assertThat(rig.cluster("bad").status()).isEqualTo("incompatible-restore");
    assertThat(rig.cluster("never").status()).isEqualTo("migrating");
  }

  @Test
  void freshClusterMayBeMissedForAMoment() {
    rig.rds.consistentWithin(Duration.ofSeconds(10));
    rig.restore(restoreOf(rig.local()));
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.cluster("restored"));
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.cluster("restored").status()).isEqualTo("creating");
  }

  private static RestoreDbClusterFromSnapshotRequest.Builder scaled(
      String snapshot, double min, double max) {
    return restoreOf(snapshot)
        .serverlessV2ScalingConfiguration(
            ServerlessV2ScalingConfiguration.builder().minCapacity(min).maxCapacity(max).build());
  }
}
