package aurora.restore.cleanup;

import static aurora.restore.cleanup.Account.EXECUTION;
import static aurora.restore.cleanup.Account.madeBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import aurora.restore.error.ClusterReplicated;
import aurora.restore.error.DeletionProtected;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.operation.OwnedResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupResponse;
import software.amazon.awssdk.services.rds.model.InvalidDbInstanceStateException;
import software.amazon.awssdk.services.rds.model.InvalidGlobalClusterStateException;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;

/** What one pass over the rest of an operation asks of RDS, and what it leaves. */
class DeletionRoundTest {
  private final Account account = new Account();
  private final RdsClient rds = account.rds;

  @BeforeEach
  void deletionsAreTaken() {
    doReturn(DeleteDbInstanceResponse.builder().build())
        .when(rds)
        .deleteDBInstance(any(DeleteDbInstanceRequest.class));
    doReturn(DeleteDbClusterResponse.builder().build())
        .when(rds)
        .deleteDBCluster(any(DeleteDbClusterRequest.class));
    doReturn(DeleteDbClusterSnapshotResponse.builder().build())
        .when(rds)
        .deleteDBClusterSnapshot(any(DeleteDbClusterSnapshotRequest.class));
    doReturn(DeleteDbSubnetGroupResponse.builder().build())
        .when(rds)
        .deleteDBSubnetGroup(any(DeleteDbSubnetGroupRequest.class));
    doReturn(ModifyDbClusterResponse.builder().build())
        .when(rds)
        .modifyDBCluster(any(ModifyDbClusterRequest.class));
    doReturn(CreateDbClusterSnapshotResponse.builder().build())
        .when(rds)
        .createDBClusterSnapshot(any(CreateDbClusterSnapshotRequest.class));
  }

  @Test
  void readersGoBeforeTheWriterAndTheClusterLast() {
    whole("available", "available");
    var round = run("");
    var order = inOrder(rds);
    order.verify(rds).deleteDBInstance(instance("i-2"));
    order.verify(rds).deleteDBInstance(instance("i-1"));
    order
        .verify(rds)
        .deleteDBCluster(
            DeleteDbClusterRequest.builder()
                .dbClusterIdentifier("orders-1")
                .skipFinalSnapshot(true)
                .deleteAutomatedBackups(true)
                .build());
    verify(rds, never()).modifyDBCluster(any(ModifyDbClusterRequest.class));
    verify(rds, never()).deleteDBClusterSnapshot(any(DeleteDbClusterSnapshotRequest.class));
    verify(rds, never()).deleteDBSubnetGroup(any(DeleteDbSubnetGroupRequest.class));
    assertThat(round.inWords()).isEqualTo("2 instances, cluster");
    assertThat(round.atLength())
        .isEqualTo(
            "instance i-2 (available), instance i-1 (available), cluster orders-1 (available)");
    assertThat(round.remaining()).map(OwnedResource::id).containsExactly("i-2", "i-1", "orders-1");
  }

  @Test
  void whatIsBeingDeletedIsNotDeletedAgain() {
    whole("deleting", "deleting");
    run("");
    verify(rds, never()).deleteDBInstance(any(DeleteDbInstanceRequest.class));
    verify(rds).deleteDBCluster(any(DeleteDbClusterRequest.class));
  }

  @Test
  void busyReaderKeepsTheWriterAndTheCluster() {
    whole("available", "available");
    doThrow(
            InvalidDbInstanceStateException.builder()
                .awsErrorDetails(
                    AwsErrorDetails.builder().errorCode("Busy").errorMessage("not now").build())
                .build())
        .when(rds)
        .deleteDBInstance(instance("i-2"));
    var round = run("");
    verify(rds, never()).deleteDBInstance(instance("i-1"));
    verify(rds, never()).deleteDBCluster(any(DeleteDbClusterRequest.class));
    assertThat(round.atLength()).contains("instance i-2 (Busy (not now))", "i-1", "orders-1");
  }

  @Test
  void instanceThatIsGoneMeanwhileIsNotWaitedFor() {
    whole("available", "available");
    doThrow(DbInstanceNotFoundException.builder().build())
        .when(rds)
        .deleteDBInstance(any(DeleteDbInstanceRequest.class));
    var round = run("");
    verify(rds).deleteDBCluster(any(DeleteDbClusterRequest.class));
    assertThat(round.inWords()).isEqualTo("cluster");
  }

  @Test
  void restGoesOnceTheClusterIsGone() {
    account.snapshot("copy", madeBy(EXECUTION)).subnetGroup("ours", madeBy(EXECUTION));
    var round = run("");
    verify(rds).deleteDBClusterSnapshot(any(DeleteDbClusterSnapshotRequest.class));
    verify(rds).deleteDBSubnetGroup(any(DeleteDbSubnetGroupRequest.class));
    assertThat(round.inWords()).isEqualTo("cluster snapshot, subnet group");
  }

  @Test
  void sourceOfTheRestoreIsNeverDeleted() {
    account.snapshot("copy", madeBy(EXECUTION));
    var source = "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:copy";
    assertThatExceptionOfType(ResourceNotOurs.class)
        .isThrownBy(() -> run(", \"source_snapshot_arn\": \"%s\"".formatted(source)))
        .withMessageContaining("it is the source of the restore");
    verify(rds, never()).deleteDBClusterSnapshot(any(DeleteDbClusterSnapshotRequest.class));
  }

  @Test
  void protectedClusterIsRefusedBeforeAnythingGoes() {
    account
        .cluster(
            "orders-1", "available", madeBy(EXECUTION), it -> it.deletionProtection(true), "i-1")
        .instance("i-1", "orders-1", madeBy(EXECUTION));
    assertThatExceptionOfType(DeletionProtected.class).isThrownBy(() -> run(""));
    verify(rds, never()).deleteDBInstance(any(DeleteDbInstanceRequest.class));
  }

  @Test
  void protectionIsTakenOffWhereThatWasAskedFor() {
    account.cluster("orders-1", "available", madeBy(EXECUTION), it -> it.deletionProtection(true));
    run(", \"disable_deletion_protection\": true");
    var order = inOrder(rds);
    order
        .verify(rds)
        .modifyDBCluster(
            ModifyDbClusterRequest.builder()
                .dbClusterIdentifier("orders-1")
                .deletionProtection(false)
                .applyImmediately(true)
                .build());
    order.verify(rds).deleteDBCluster(any(DeleteDbClusterRequest.class));
  }

  @Test
  void unprotectedClusterIsNotChanged() {
    account.cluster("orders-1", "available", madeBy(EXECUTION));
    run(", \"disable_deletion_protection\": true");
    verify(rds, never()).modifyDBCluster(any(ModifyDbClusterRequest.class));
    verify(rds).deleteDBCluster(any(DeleteDbClusterRequest.class));
  }

  @Test
  void memberOfAGlobalDatabaseIsToldApart() {
    account.cluster("orders-1", "available", madeBy(EXECUTION));
    doThrow(InvalidGlobalClusterStateException.builder().build())
        .when(rds)
        .deleteDBCluster(any(DeleteDbClusterRequest.class));
    assertThatExceptionOfType(ClusterReplicated.class)
        .isThrownBy(() -> run(""))
        .withMessageContaining("cluster orders-1");
  }

  @Test
  void nothingGoesBeforeTheFinalSnapshotIsTaken() {
    whole("available", "available");
    var round = run(", \"final_snapshot_id\": \"last\"");
    verify(rds)
        .createDBClusterSnapshot(
            CreateDbClusterSnapshotRequest.builder()
                .dbClusterIdentifier("orders-1")
                .dbClusterSnapshotIdentifier("last")
                .build());
    verify(rds, never()).deleteDBInstance(any(DeleteDbInstanceRequest.class));
    assertThat(round.atLength()).isEqualTo("cluster snapshot last (it is being taken)");
  }

  /** The cluster with a reader and its writer. */
  private void whole(String reader, String writer) {
    account
        .cluster("orders-1", "available", madeBy(EXECUTION), "i-2", "i-1")
        .instance("i-1", "orders-1", writer, madeBy(EXECUTION))
        .instance("i-2", "orders-1", reader, madeBy(EXECUTION));
  }

  private DeletionRound run(String more) {
    var round = new DeletionRound(rds, Account.plan(more));
    round.run();
    return round;
  }

  private static DeleteDbInstanceRequest instance(String id) {
    return DeleteDbInstanceRequest.builder()
        .dbInstanceIdentifier(id)
        .skipFinalSnapshot(true)
        .build();
  }
}
