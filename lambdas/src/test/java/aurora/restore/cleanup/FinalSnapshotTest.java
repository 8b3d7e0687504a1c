package aurora.restore.cleanup;

import static aurora.restore.cleanup.Account.EXECUTION;
import static aurora.restore.cleanup.Account.madeBy;
import static aurora.restore.cleanup.Account.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import aurora.restore.error.FinalSnapshotFailed;
import aurora.restore.error.PreflightFailed;
import aurora.restore.error.ResourceNotOurs;
import aurora.restore.error.SnapshotQuotaExceeded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.SnapshotQuotaExceededException;

/**
 * The final snapshot of a cluster that is to go: whether it can be taken, and what it waits for.
 */
class FinalSnapshotTest {
  private static final AwsErrorDetails NOT_NOW =
      AwsErrorDetails.builder().errorCode("Busy").errorMessage("not now").build();
  private static final String ASKED = ", \"final_snapshot_id\": \"last\"";

  private final Account account = new Account().cluster("orders-1", "available", madeBy(EXECUTION));

  @Test
  void snapshotIsWaitedForUntilItIsAvailable() {
    account.snapshot("last", "creating", "orders-1", tags());
    assertThat(awaited(ASKED)).hasValue("creating");
  }

  @Test
  void clusterMayGoOnceItIsThere() {
    account.snapshot("last", "available", "orders-1", tags());
    assertThat(awaited(ASKED)).isEmpty();
  }

  @Test
  void noneIsTakenWhereNoneWasAskedFor() {
    assertThat(awaited("")).isEmpty();
    assertThat(new FinalSnapshot(account.looks().rds(), Account.plan(ASKED)).awaited(List.of()))
        .isEmpty();
  }

  @Test
  void failedSnapshotIsAnErrorBeforeAnythingIsGone() {
    account.snapshot("last", "failed", "orders-1", tags());
    assertThatExceptionOfType(FinalSnapshotFailed.class)
        .isThrownBy(() -> awaited(ASKED))
        .withMessageContaining("--db-cluster-snapshot-identifier last");
  }

  @Test
  void snapshotOfAnotherClusterIsNotTheFinalOne() {
    account.snapshot("last", "available", "carts", tags());
    assertThatExceptionOfType(ResourceNotOurs.class)
        .isThrownBy(() -> awaited(ASKED))
        .withMessageContaining("is one of cluster carts");
  }

  @Test
  void whatPassesIsLookedAtAgain() {
    for (var said :
        List.<RdsException>of(
            InvalidDbClusterStateException.builder().awsErrorDetails(NOT_NOW).build(),
            DbClusterNotFoundException.builder().awsErrorDetails(NOT_NOW).build(),
            DbClusterSnapshotAlreadyExistsException.builder().awsErrorDetails(NOT_NOW).build())) {
      refuses(said);
      assertThat(awaited(ASKED)).hasValue("Busy (not now)");
    }
  }

  @Test
  void fullQuotaIsToldApart() {
    refuses(SnapshotQuotaExceededException.builder().awsErrorDetails(NOT_NOW).build());
    assertThatExceptionOfType(SnapshotQuotaExceeded.class).isThrownBy(() -> awaited(ASKED));
  }

  @Test
  void fullQuotaIsRefusedBeforeAnythingIsDeleted() {
    quotas(quota("DBClusters", 40, 40), quota("ManualClusterSnapshots", 100, 100));
    assertThatExceptionOfType(SnapshotQuotaExceeded.class)
        .isThrownBy(() -> check(ASKED, cluster()))
        .withMessageContaining("quota ManualClusterSnapshots of us-west-2 has 100 of 100 used");
  }

  @Test
  void roomForOneIsEnough() {
    quotas(quota("DBClusters", 40, 40), quota("ManualClusterSnapshots", 99, 100));
    assertThatCode(() -> check(ASKED, cluster())).doesNotThrowAnyException();
  }

  @Test
  void oneNameIsForOneCluster() {
    quotas();
    assertThatExceptionOfType(PreflightFailed.class)
        .isThrownBy(() -> check(ASKED, cluster(), cluster()))
        .withMessageContaining("the operation has 2 clusters, and one name is given");
    assertThatCode(() -> check("", cluster(), cluster())).doesNotThrowAnyException();
  }

  @Test
  void nameThatIsTakenIsRefused() {
    account.snapshot("last", "available", "carts", tags());
    assertThatExceptionOfType(PreflightFailed.class)
        .isThrownBy(() -> check(ASKED, cluster()))
        .withMessageContaining("cluster snapshot last exists in us-west-2 already");
    assertThatCode(() -> check(ASKED)).doesNotThrowAnyException();
  }

  private Optional<String> awaited(String more) {
    return new FinalSnapshot(account.looks().rds(), Account.plan(more)).awaited(List.of(cluster()));
  }

  private void check(String more, DBCluster... clusters) {
    new FinalSnapshotChecks(account.looks().rds(), Account.plan(more)).check(List.of(clusters));
  }

  private static DBCluster cluster() {
    return DBCluster.builder()
        .dbClusterIdentifier("orders-1")
        .dbClusterResourceId("cluster-orders-1")
        .build();
  }

  private void refuses(RdsException refusal) {
    doThrow(refusal)
        .when(account.rds)
        .createDBClusterSnapshot(any(CreateDbClusterSnapshotRequest.class));
  }

  private void quotas(AccountQuota... quotas) {
    doReturn(DescribeAccountAttributesResponse.builder().accountQuotas(quotas).build())
        .when(account.rds)
        .describeAccountAttributes(any(DescribeAccountAttributesRequest.class));
  }

  private static AccountQuota quota(String name, long used, long max) {
    return AccountQuota.builder().accountQuotaName(name).used(used).max(max).build();
  }
}
