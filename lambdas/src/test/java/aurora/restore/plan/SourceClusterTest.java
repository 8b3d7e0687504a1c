package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import aurora.restore.operation.SourceSnapshot;
import aurora.restore.rds.RdsLookup;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

class SourceClusterTest {
  private static final String OWNER = "444455556666";

  private final RdsClient rds = mock(RdsClient.class, CALLS_REAL_METHODS);
  private final PreflightFindings findings = new PreflightFindings();
  private final SourceSnapshot snapshot = Snapshots.of("aurora-mysql", "8.0");

  private Optional<SourceCluster> found(DBCluster.Builder cluster, String account) {
    doReturn(DescribeDbClustersResponse.builder().dbClusters(cluster.build()).build())
        .when(rds)
        .describeDBClusters(any(DescribeDbClustersRequest.class));
    return SourceCluster.of(snapshot, account, new RdsLookup(rds), findings);
  }

  private static DBCluster.Builder cluster() {
    return DBCluster.builder().dbClusterIdentifier("orders").dbClusterResourceId("cluster-1");
  }

  @Test
  void clusterOfAnotherAccountIsNotLookedAt() {
    assertThat(found(cluster(), "111122223333")).isEmpty();
    assertThat(findings.warnings())
        .singleElement()
        .asString()
        .startsWith("the source cluster orders is of another account: ");
  }

  @Test
  void clusterThatTookTheNameOfTheSourceIsNotTheSource() {
    assertThat(found(cluster().dbClusterResourceId("cluster-2"), OWNER)).isEmpty();
    assertThat(findings.warnings())
        .singleElement()
        .asString()
        .startsWith("the source cluster orders is gone: ");
  }

  @ParameterizedTest
  @CsvSource({"3306, 3306", "0, ", ", "})
  void portIsKnownWhereRdsTellsOne(Integer told, Integer known) {
    var found = found(cluster().port(told), OWNER).orElseThrow();
    assertThat(found.port()).isEqualTo(known);
    assertThat(findings.warnings()).isEmpty();
  }

  @Test
  void writerIsDescribedNotAReader() {
    doReturn(
            DescribeDbInstancesResponse.builder()
                .dbInstances(DBInstance.builder().dbInstanceClass("db.r6g.large").build())
                .build())
        .when(rds)
        .describeDBInstances(
            DescribeDbInstancesRequest.builder().dbInstanceIdentifier("orders-2").build());
    var found =
        found(
                cluster().dbClusterMembers(member("orders-1", false), member("orders-2", true)),
                OWNER)
            .orElseThrow();
    assertThat(found.writer().orElseThrow().instanceClass()).isEqualTo("db.r6g.large");
  }

  private static DBClusterMember member(String id, boolean isWriter) {
    return DBClusterMember.builder().dbInstanceIdentifier(id).isClusterWriter(isWriter).build();
  }

  @Test
  void whatIsOffAtTheWriterIsNotCarriedOver() {
    var off =
        SourceWriter.of(
                DBInstance.builder()
                    .monitoringInterval(0)
                    .monitoringRoleArn("arn:role")
                    .performanceInsightsEnabled(false)
                    .performanceInsightsRetentionPeriod(7)
                    .performanceInsightsKMSKeyId("key")
                    .build())
            .settings();
    assertThat(off.monitoringIntervalSeconds()).isNull();
    assertThat(off.monitoringRoleArn()).isNull();
    assertThat(off.performanceInsights()).isNull();
    assertThat(off.performanceInsightsRetentionDays()).isNull();
    assertThat(off.performanceInsightsKmsKeyId()).isNull();
  }

  @Test
  void whatIsOnAtTheWriterIsCarriedOver() {
    var on =
        SourceWriter.of(
                DBInstance.builder()
                    .monitoringInterval(1)
                    .monitoringRoleArn("arn:role")
                    .performanceInsightsEnabled(true)
                    .performanceInsightsRetentionPeriod(7)
                    .performanceInsightsKMSKeyId("key")
                    .build())
            .settings();
    assertThat(on.monitoringIntervalSeconds()).isEqualTo(1);
    assertThat(on.monitoringRoleArn()).isEqualTo("arn:role");
    assertThat(on.performanceInsights()).isTrue();
    assertThat(on.performanceInsightsRetentionDays()).isEqualTo(7);
    assertThat(on.performanceInsightsKmsKeyId()).isEqualTo("key");
  }
}
