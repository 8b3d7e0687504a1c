package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterRequest;
import software.amazon.awssdk.services.rds.model.FailoverDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.RemoveFromGlobalClusterRequest;
import software.amazon.awssdk.services.rds.model.RemoveFromGlobalClusterResponse;
import software.amazon.awssdk.services.rds.model.StartDbClusterRequest;
import software.amazon.awssdk.services.rds.model.StartDbClusterResponse;
import software.amazon.awssdk.services.rds.model.StopDbClusterRequest;
import software.amazon.awssdk.services.rds.model.StopDbClusterResponse;

/** Clusters that depend on one another, and what people do with a running one. */
class ClusterTiesTest {
  private static final String REPLICA = "arn:aws:rds:us-east-1:111122223333:cluster:orders-replica";

  private final Rig rig = new Rig();

  @BeforeEach
  void twoInstances() {
    rig.west()
        .cluster("orders")
        .engine(MYSQL, VERSION)
        .network("dr", List.of("sg-dr"))
        .instance("o-1", "db.r6g.large")
        .instance("o-2", "db.r6g.large")
        .exists();
  }

  @Test
  void secondaryMemberOfAGlobalDatabaseIsDeletedAfterItWasTakenOutOfIt() {
    rig.west().ties("orders", it -> it.secondaryOf("shop"));
    assertThat(rig.cluster("orders").globalClusterIdentifier()).isEqualTo("shop");
    deleteInstances();
    assertRefused("InvalidDBClusterStateFault", this::deleteCluster);
    removeFromGlobal();
    assertThat(rig.cluster("orders").globalClusterIdentifier()).isNull();
    deleteCluster();
  }

  @Test
  void primaryMemberIsNotDeletedWhileThereAreOthers() {
    rig.east().cluster("far").engine(MYSQL, VERSION).ties(it -> it.secondaryOf("shop")).exists();
    rig.west().ties("orders", it -> it.primaryOf("shop"));
    deleteInstances();
    assertRefused("InvalidGlobalClusterStateFault", this::deleteCluster);
    assertRefused("InvalidGlobalClusterStateFault", this::removeFromGlobal);
    var global =
        rig.call(
                "DescribeGlobalClusters",
                DescribeGlobalClustersRequest.builder().build(),
                DescribeGlobalClustersResponse.class)
            .globalClusters();
    assertThat(global)
        .singleElement()
        .satisfies(it -> assertThat(it.globalClusterMembers()).hasSize(2));
  }

  @Test
  void lastInstanceOfAClusterWithReplicasIsNotDeleted() {
    rig.west().ties("orders", it -> it.readReplica(REPLICA));
    assertThat(rig.cluster("orders").readReplicaIdentifiers()).containsExactly(REPLICA);
    deleteInstance("o-2");
    assertRefused("InvalidDBClusterStateFault", () -> deleteInstance("o-1"));
    rig.west().ties("orders", ClusterTies::noReadReplicas);
    deleteInstance("o-1");
    deleteCluster();
  }

  @Test
  void lastInstanceOfAReplicaIsNotDeletedBeforeItIsPromoted() {
    rig.west().ties("orders", it -> it.replicaOf(REPLICA));
    assertThat(rig.cluster("orders").replicationSourceIdentifier()).isEqualTo(REPLICA);
    deleteInstance("o-2");
    assertRefused("InvalidDBClusterStateFault", () -> deleteInstance("o-1"));
  }

  @Test
  void readerBecomesTheWriterWhenSomebodyFailsOver() {
    var request = FailoverDbClusterRequest.builder().dbClusterIdentifier("orders").build();
    rig.call("FailoverDBCluster", request, FailoverDbClusterResponse.class);
    assertThat(rig.cluster("orders").status()).isEqualTo("failing-over");
    rig.pass(Duration.ofMinutes(1));
    assertThat(rig.cluster("orders").status()).isEqualTo("available");
    assertThat(writer()).isEqualTo("o-2");
    deleteInstance("o-1");
    assertRefused(
        "InvalidDBClusterStateFault",
        () -> rig.call("FailoverDBCluster", request, FailoverDbClusterResponse.class));
  }

  @Test
  void renamedClusterKeepsItsInstancesAndItsResourceId() {
    var before = rig.cluster("orders");
    rig.call(
        "ModifyDBCluster",
        ModifyDbClusterRequest.builder()
            .dbClusterIdentifier("orders")
            .newDBClusterIdentifier("Shop")
            .applyImmediately(true)
            .build(),
        ModifyDbClusterResponse.class);
    assertThat(rig.cluster("shop").status()).isEqualTo("renaming");
    rig.pass(Duration.ofMinutes(2));
    var after = rig.cluster("shop");
    assertThat(after.status()).isEqualTo("available");
    assertThat(after.dbClusterArn()).endsWith(":cluster:shop");
    assertThat(after.dbClusterResourceId()).isEqualTo(before.dbClusterResourceId());
    assertThat(after.dbClusterMembers()).hasSize(2);
    assertThat(rig.instance("o-1").dbClusterIdentifier()).isEqualTo("shop");
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.cluster("orders"));
  }

  @Test
  void renamedWriterStaysTheWriter() {
    rig.call(
        "ModifyDBInstance",
        ModifyDbInstanceRequest.builder()
            .dbInstanceIdentifier("o-1")
            .newDBInstanceIdentifier("main")
            .applyImmediately(true)
            .build(),
        ModifyDbInstanceResponse.class);
    assertThat(rig.instance("main").dbInstanceStatus()).isEqualTo("renaming");
    assertThat(writer()).isEqualTo("main");
    assertRefused("DBInstanceNotFound", 404, () -> rig.instance("o-1"));
  }

  @Test
  void stoppedClusterTakesNoChangeUntilItIsStarted() {
    rig.call(
        "StopDBCluster",
        StopDbClusterRequest.builder().dbClusterIdentifier("orders").build(),
        StopDbClusterResponse.class);
    assertThat(rig.cluster("orders").status()).isEqualTo("stopping");
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.cluster("orders").status()).isEqualTo("stopped");
    assertThat(rig.instance("o-1").dbInstanceStatus()).isEqualTo("stopped");
    var start = StartDbClusterRequest.builder().dbClusterIdentifier("orders").build();
    rig.call("StartDBCluster", start, StartDbClusterResponse.class);
    assertThat(rig.cluster("orders").status()).isEqualTo("starting");
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.cluster("orders").status()).isEqualTo("available");
    assertThat(rig.instance("o-1").dbInstanceStatus()).isEqualTo("available");
  }

  @Test
  void newClusterIsBackedUpSoonAfterItIsAvailable() {
    rig.restore(Rig.restoreOf(rig.local()));
    while (!rig.cluster("restored").status().equals("available")) {
      rig.pass(Duration.ofSeconds(10));
    }
    rig.pass(Duration.ofSeconds(40));
    assertThat(rig.cluster("restored").status()).isEqualTo("backing-up");
    rig.passHours(1);
    assertThat(rig.cluster("restored").status()).isEqualTo("available");
    assertThat(automatedSnapshots()).singleElement().asString().startsWith("rds:restored-2026-");
    rig.call(
        "DeleteDBCluster",
        DeleteDbClusterRequest.builder()
            .dbClusterIdentifier("restored")
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbClusterResponse.class);
    rig.passHours(1);
    assertThat(automatedSnapshots()).isEmpty();
  }

  private List<String> automatedSnapshots() {
    return rig
        .call(
            "DescribeDBClusterSnapshots",
            DescribeDbClusterSnapshotsRequest.builder().snapshotType("automated").build(),
            DescribeDbClusterSnapshotsResponse.class)
        .dbClusterSnapshots()
        .stream()
        .map(it -> it.dbClusterSnapshotIdentifier())
        .toList();
  }

  private String writer() {
    return rig.cluster("orders").dbClusterMembers().stream()
        .filter(DBClusterMember::isClusterWriter)
        .map(DBClusterMember::dbInstanceIdentifier)
        .findFirst()
        .orElseThrow();
  }

  private void removeFromGlobal() {
    rig.call(
        "RemoveFromGlobalCluster",
        RemoveFromGlobalClusterRequest.builder()
            .globalClusterIdentifier("shop")
            .dbClusterIdentifier(rig.cluster("orders").dbClusterArn())
            .build(),
        RemoveFromGlobalClusterResponse.class);
  }

  private void deleteInstances() {
    deleteInstance("o-2");
    deleteInstance("o-1");
  }

  private void deleteInstance(String identifier) {
    rig.call(
        "DeleteDBInstance",
        DeleteDbInstanceRequest.builder()
            .dbInstanceIdentifier(identifier)
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbInstanceResponse.class);
  }

  private void deleteCluster() {
    rig.call(
        "DeleteDBCluster",
        DeleteDbClusterRequest.builder()
            .dbClusterIdentifier("orders")
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbClusterResponse.class);
  }
}
