package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import aurora.restore.error.Finding;
import aurora.restore.operation.Capacity;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;

class EngineChecksTest {
  private final RdsClient rds = mock(RdsClient.class, CALLS_REAL_METHODS);
  private final PreflightFindings findings = new PreflightFindings();
  private final EngineChecks checks = new EngineChecks(rds, Snapshots.request(), findings);

  @Test
  void aSnapshotOfAnotherEngineThanAuroraIsRefusedWithoutALook() {
    var untouched = mock(RdsClient.class);
    var offer =
        new EngineChecks(untouched, Snapshots.request(), findings)
            .check(Snapshots.of("neptune", "1.3.2.1"), "1.3.2.1");
    assertThat(offer.missing()).isTrue();
    assertThat(findings.stopping()).extracting(Finding::key).containsExactly("snapshot_id");
    assertThat(findings.stopping().getFirst().problem()).contains("of neptune, which isn't Aurora");
    verifyNoInteractions(untouched);
  }

  @Test
  void anUpgradeFromAVersionThatTheTargetRegionNeverHadIsAWarning() {
    doReturn(answer(version("16.10")), answer())
        .when(rds)
        .describeDBEngineVersions(any(DescribeDbEngineVersionsRequest.class));
    var offer = checks.check(Snapshots.of("aurora-postgresql", "16.9"), "16.10");
    assertThat(offer.version()).isPresent();
    assertThat(findings.stopping()).isEmpty();
    assertThat(findings.warnings())
        .containsExactly(
            "16.9 isn't offered in us-west-2: whether 16.9 can be upgraded to 16.10 wasn't"
                + " checked");
  }

  @Test
  void capacitiesThatRdsDoesNotTellAreAWarning() {
    new InstanceChecks(Snapshots.request(), findings)
        .capacity(new Capacity(0, 256, null), EngineOffer.of(version("16.1")));
    assertThat(findings.stopping()).isEmpty();
    assertThat(findings.warnings())
        .containsExactly(
            "RDS didn't tell the capacities of aurora-postgresql 16.1: they weren't checked");
  }

  private static DBEngineVersion version(String version) {
    return DBEngineVersion.builder().engine("aurora-postgresql").engineVersion(version).build();
  }

  private static DescribeDbEngineVersionsResponse answer(DBEngineVersion... versions) {
    return DescribeDbEngineVersionsResponse.builder().dbEngineVersions(versions).build();
  }
}
