package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static aurora.restore.simulation.rds.Rig.instanceOf;
import static aurora.restore.simulation.rds.Rig.restoreOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointRequest;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;

class ClusterLifeTest {
  private final Rig rig = new Rig();

  @Test
  void managedPasswordResetsCredentialsAndItsSecretBecomesActive() {
    rig.restored();
    var modified = modify(change().manageMasterUserPassword(true));
    assertThat(modified.masterUserSecret().secretStatus()).isEqualTo("creating");
    assertThat(rig.cluster("restored").status()).isEqualTo("resetting-master-credentials");
    assertRefused("InvalidDBClusterStateFault", () -> modify(change().backupRetentionPeriod(3)));
    rig.passHours(1);
    var cluster = rig.cluster("restored");
    assertThat(cluster.status()).isEqualTo("available");
    assertThat(cluster.masterUserSecret().secretStatus()).isEqualTo("active");
    assertThat(cluster.masterUserSecret().secretArn())
        .startsWith("arn:aws:secretsmanager:us-west-2:111122223333:secret:rds!cluster-");
  }

  @Test
  void secretMayHaveAKeyOfItsOwn() {
    rig.restored();
    assertRefused(
        "KMSKeyNotAccessibleFault",
        () -> modify(change().manageMasterUserPassword(true).masterUserSecretKmsKeyId("alias/x")));
    assertRefused(
        "InvalidParameterCombination", () -> modify(change().masterUserSecretKmsKeyId("alias/dr")));
    assertThat(
            modify(change().manageMasterUserPassword(true).masterUserSecretKmsKeyId("alias/dr"))
                .masterUserSecret()
                .kmsKeyId())
        .isEqualTo(rig.westKey.arn());
  }

  @Test
  void managedAndGivenPasswordExcludeEachOther() {
    rig.restored();
    assertRefused(
        "InvalidParameterCombination",
        () -> modify(change().manageMasterUserPassword(true).masterUserPassword("hidden")));
  }

  @Test
  void askingForAManagedPasswordTwiceMakesOneSecret() {
    rig.restored();
    var first = modify(change().manageMasterUserPassword(true)).masterUserSecret().secretArn();
    rig.passHours(1);
    var again = modify(change().manageMasterUserPassword(true));
    assertThat(again.masterUserSecret().secretArn()).isEqualTo(first);
    assertThat(again.status()).isEqualTo("available");
  }

  @Test
  void protectionAndRetentionChangeAtOnce() {
    rig.restored();
    var cluster = modify(change().deletionProtection(true).backupRetentionPeriod(1));
    assertThat(cluster.deletionProtection()).isTrue();
    assertThat(cluster.backupRetentionPeriod()).isEqualTo(1);
    assertRefused("InvalidParameterValue", () -> modify(change().backupRetentionPeriod(0)));
    assertRefused(
        "DBClusterNotFoundFault", 404, () -> modify(change().dbClusterIdentifier("none")));
  }

  @Test
  void brokenClusterLosesItsProtectionAndNothingElse() {
    rig.durations.nextCluster(Course.endsIn("migration-failed", Duration.ofMinutes(5)));
    rig.restore(restoreOf(rig.local()).deletionProtection(true));
    assertRefused("InvalidDBClusterStateFault", () -> modify(change().deletionProtection(false)));
    rig.passHours(1);
    assertRefused("InvalidDBClusterStateFault", () -> modify(change().backupRetentionPeriod(1)));
    assertThat(modify(change().deletionProtection(false)).deletionProtection()).isFalse();
    delete(deletion());
  }

  @Test
  void dataApiIsSeenAMomentAfterItWasEnabled() {
    var arn = rig.restored().dbClusterArn();
    assertThat(enableDataApi(arn).httpEndpointEnabled()).isTrue();
    assertThat(rig.cluster("restored").httpEndpointEnabled()).isFalse();
    rig.passHours(1);
    assertThat(rig.cluster("restored").httpEndpointEnabled()).isTrue();
    assertRefused(
        "ResourceNotFoundFault", 404, () -> enableDataApi(arn.replace("restored", "Restored")));
  }

  @Test
  void dataApiNeedsAVersionThatServesIt() {
    var old = "8.0.mysql_aurora.3.06.1";
    var arn = rig.west().cluster("old").engine(MYSQL, old).exists();
    assertRefused("InvalidResourceStateFault", () -> enableDataApi(arn));
  }

  @Test
  void clusterWithLiveInstancesIsNotDeleted() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    rig.passHours(1);
    assertThatThrownBy(() -> delete(deletion()))
        .hasMessage(
            "Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
    assertRefused("InvalidDBClusterStateFault", () -> delete(deletion()));
  }

  @Test
  void clusterGoesAfterItsInstancesAndTheAnswerStillSaysAvailable() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    rig.passHours(1);
    rig.call(
        "DeleteDBInstance",
        DeleteDbInstanceRequest.builder().dbInstanceIdentifier("r-1").build(),
        DeleteDbInstanceResponse.class);
    assertThat(delete(deletion()).status()).isEqualTo("available");
    assertThat(rig.cluster("restored").status()).isEqualTo("deleting");
    assertRefused("InvalidDBClusterStateFault", () -> delete(deletion()));
    rig.passHours(2);
    assertRefused("DBInstanceNotFound", 404, () -> rig.instance("r-1"));
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.cluster("restored"));
    assertRefused("DBClusterNotFoundFault", 404, () -> delete(deletion()));
  }

  @Test
  void protectedClusterIsNotDeleted() {
    rig.restored();
    modify(change().deletionProtection(true));
    assertThatThrownBy(() -> delete(deletion()))
        .hasMessageStartingWith("Cannot delete protected Cluster");
    assertRefused("InvalidParameterCombination", () -> delete(deletion()));
  }

  @Test
  void clusterInProgressOrStoppedIsNotDeleted() {
    rig.restore(restoreOf(rig.local()));
    assertRefused("InvalidDBClusterStateFault", () -> delete(deletion()));
    rig.passHours(6);
    rig.west().clusterEntersStatus("restored", "stopped");
    assertRefused("InvalidDBClusterStateFault", () -> delete(deletion()));
  }

  @Test
  void finalSnapshotIsNamedOrSkippedNeverBoth() {
    rig.restored();
    assertRefused("InvalidParameterCombination", () -> delete(deletion().skipFinalSnapshot(null)));
    assertRefused(
        "InvalidParameterCombination", () -> delete(deletion().finalDBSnapshotIdentifier("f")));
    delete(deletion().skipFinalSnapshot(false).finalDBSnapshotIdentifier("final"));
    assertThat(rig.snapshot("final").status()).isEqualTo("creating");
    rig.passHours(1);
    assertThat(rig.snapshot("final").status()).isEqualTo("available");
    assertThat(rig.snapshot("final").kmsKeyId()).isEqualTo(rig.westKey.arn());
  }

  @Test
  void automatedSnapshotsGoWithTheirClusterManualOnesStay() {
    rig.west().cluster("orders").engine(MYSQL, VERSION).exists();
    rig.west().snapshot("rds:orders-2026-11-22-03-00").of("orders").exists();
    rig.west().snapshot("kept").of("orders").exists();
    delete(deletion().dbClusterIdentifier("orders"));
    rig.passHours(1);
    assertThat(rig.rds.resources())
        .filteredOn(it -> it.kind() == RdsKind.CLUSTER_SNAPSHOT)
        .extracting(Resource::identifier)
        .containsExactly("kept");
  }

  @Test
  void clustersAreListedInPages() {
    for (int i = 0; i < 25; i++) {
      rig.west().cluster("c-" + i).exists();
    }
    var first = describe(DescribeDbClustersRequest.builder().maxRecords(20));
    var second =
        describe(DescribeDbClustersRequest.builder().maxRecords(20).marker(first.marker()));
    var names = new HashSet<String>();
    first.dbClusters().forEach(it -> names.add(it.dbClusterIdentifier()));
    second.dbClusters().forEach(it -> names.add(it.dbClusterIdentifier()));
    assertThat(first.dbClusters()).hasSize(20);
    assertThat(names).hasSize(25);
    assertThat(second.marker()).isNull();
  }

  private ModifyDbClusterRequest.Builder change() {
    return ModifyDbClusterRequest.builder().dbClusterIdentifier("restored").applyImmediately(true);
  }

  private DBCluster modify(ModifyDbClusterRequest.Builder request) {
    return rig.call("ModifyDBCluster", request.build(), ModifyDbClusterResponse.class).dbCluster();
  }

  private EnableHttpEndpointResponse enableDataApi(String arn) {
    return rig.call(
        "EnableHttpEndpoint",
        EnableHttpEndpointRequest.builder().resourceArn(arn).build(),
        EnableHttpEndpointResponse.class);
  }

  private static DeleteDbClusterRequest.Builder deletion() {
    return DeleteDbClusterRequest.builder().dbClusterIdentifier("restored").skipFinalSnapshot(true);
  }

  private DBCluster delete(DeleteDbClusterRequest.Builder request) {
    return rig.call("DeleteDBCluster", request.build(), DeleteDbClusterResponse.class).dbCluster();
  }

  private DescribeDbClustersResponse describe(DescribeDbClustersRequest.Builder request) {
    return rig.call("DescribeDBClusters", request.build(), DescribeDbClustersResponse.class);
  }
}
