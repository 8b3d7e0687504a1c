package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsResponse;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

class EngineCatalogueTest {
  private final Rig rig = new Rig();

  @Test
  void versionTellsWhatItCanBecomeAndHowFarItScales() {
    var version = versions(request().engine(MYSQL).engineVersion(VERSION)).getFirst();
    assertThat(version.status()).isEqualTo("available");
    assertThat(version.dbParameterGroupFamily()).isEqualTo("aurora-mysql8.0");
    assertThat(version.validUpgradeTarget())
        .extracting(UpgradeTarget::engineVersion)
        .contains("8.0.mysql_aurora.3.10.0")
        .doesNotContain(VERSION, "8.0.mysql_aurora.3.04.0");
    assertThat(version.serverlessV2FeaturesSupport().minCapacity()).isZero();
    assertThat(version.serverlessV2FeaturesSupport().maxCapacity()).isEqualTo(256);
  }

  @Test
  void postgresVersionsCompareByNumberNotByLetter() {
    var version = versions(request().engine("aurora-postgresql").engineVersion("16.9")).getFirst();
    assertThat(version.validUpgradeTarget())
        .extracting(UpgradeTarget::engineVersion)
        .containsExactly("16.10", "17.4", "17.5", "17.6");
    assertThat(version.validUpgradeTarget().get(0).isMajorVersionUpgrade()).isFalse();
    assertThat(version.validUpgradeTarget().get(1).isMajorVersionUpgrade()).isTrue();
  }

  @Test
  void defaultIsTheRegionsOwn() {
    rig.west().defaultEngineVersion(MYSQL, "8.0.mysql_aurora.3.04.0");
    assertThat(versions(request().engine(MYSQL).defaultOnly(true)))
        .extracting(DBEngineVersion::engineVersion)
        .containsExactly("8.0.mysql_aurora.3.04.0");
  }

  @Test
  void deprecatedVersionIsShownToThoseWhoAskForAll() {
    rig.west().deprecatedEngineVersion(MYSQL, VERSION);
    assertThat(versions(request().engine(MYSQL).engineVersion(VERSION))).isEmpty();
    var all = versions(request().engine(MYSQL).engineVersion(VERSION).includeAll(true));
    assertThat(all).extracting(DBEngineVersion::status).containsExactly("deprecated");
  }

  @Test
  void upgradeThatIsNotOnOfferIsNoTarget() {
    var higher = "8.0.mysql_aurora.3.10.0";
    rig.west().withoutUpgrade(MYSQL, VERSION, higher);
    var version = versions(request().engine(MYSQL).engineVersion(VERSION)).getFirst();
    assertThat(version.validUpgradeTarget())
        .extracting(UpgradeTarget::engineVersion)
        .isNotEmpty()
        .doesNotContain(higher);
    var snapshot = rig.local();
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.restore(Rig.restoreOf(snapshot).engineVersion(higher)));
  }

  @Test
  void unknownVersionIsAnEmptyListAndUnknownEngineARefusal() {
    assertThat(versions(request().engine(MYSQL).engineVersion("8.0.mysql_aurora.9.99.9")))
        .isEmpty();
    assertRefused("InvalidParameterValue", () -> versions(request().engine("oracle")));
  }

  @Test
  void classIsOfferedWithItsZonesUnlessTheRegionLacksIt() {
    assertThat(options("db.r6g.large").getFirst().availabilityZones())
        .extracting(AvailabilityZone::name)
        .containsExactly("us-west-2a", "us-west-2b", "us-west-2c");
    rig.west().instanceClass("db.r6g.large", List.of("us-west-2b"));
    assertThat(options("db.r6g.large").getFirst().availabilityZones()).hasSize(1);
    rig.west().withoutClass("db.r6g.large");
    assertThat(options("db.r6g.large")).isEmpty();
  }

  @Test
  void orderableOptionsComeInPages() {
    var first = orderable(DescribeOrderableDbInstanceOptionsRequest.builder().maxRecords(30));
    var second =
        orderable(
            DescribeOrderableDbInstanceOptionsRequest.builder()
                .maxRecords(30)
                .marker(first.marker()));
    assertThat(first.orderableDBInstanceOptions()).hasSize(30);
    assertThat(second.marker()).isNull();
    assertThat(second.orderableDBInstanceOptions())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.orderableDBInstanceOptions());
  }

  @Test
  void dataApiIsNotForBurstableClasses() {
    assertThat(options("db.t4g.medium").getFirst().supportsHttpEndpoint()).isFalse();
    assertThat(options("db.r6g.large").getFirst().supportsHttpEndpoint()).isTrue();
  }

  @Test
  void accountSaysWhatItUsesAndMayUse() {
    rig.west().used(Quota.INSTANCES, 7).quota(Quota.CLUSTERS, 60);
    rig.restored();
    var quotas =
        rig
            .call(
                "DescribeAccountAttributes",
                DescribeAccountAttributesRequest.builder().build(),
                DescribeAccountAttributesResponse.class)
            .accountQuotas()
            .stream()
            .collect(Collectors.toMap(AccountQuota::accountQuotaName, it -> it));
    assertThat(quotas.get("DBInstances").used()).isEqualTo(7);
    assertThat(quotas.get("DBClusters").used()).isEqualTo(1);
    assertThat(quotas.get("DBClusters").max()).isEqualTo(60);
    assertThat(quotas.get("ManualClusterSnapshots").used()).isEqualTo(1);
    assertThat(quotas.get("ManualClusterSnapshots").max()).isEqualTo(100);
  }

  @Test
  void parameterGroupsAreFoundByName() {
    rig.west().clusterParameterGroup("mine", "aurora-mysql8.0");
    var found =
        rig.call(
            "DescribeDBClusterParameterGroups",
            DescribeDbClusterParameterGroupsRequest.builder()
                .dbClusterParameterGroupName("MINE")
                .build(),
            DescribeDbClusterParameterGroupsResponse.class);
    assertThat(found.dbClusterParameterGroups().getFirst().dbParameterGroupFamily())
        .isEqualTo("aurora-mysql8.0");
    assertRefused("DBParameterGroupNotFound", 404, () -> instanceGroup("mine"));
    assertThat(instanceGroup("default.aurora-postgresql16").dbParameterGroups()).hasSize(1);
  }

  private DescribeDbParameterGroupsResponse instanceGroup(String name) {
    return rig.call(
        "DescribeDBParameterGroups",
        DescribeDbParameterGroupsRequest.builder().dbParameterGroupName(name).build(),
        DescribeDbParameterGroupsResponse.class);
  }

  private static DescribeDbEngineVersionsRequest.Builder request() {
    return DescribeDbEngineVersionsRequest.builder();
  }

  private List<DBEngineVersion> versions(DescribeDbEngineVersionsRequest.Builder request) {
    return rig.call(
            "DescribeDBEngineVersions", request.build(), DescribeDbEngineVersionsResponse.class)
        .dbEngineVersions();
  }

  private List<OrderableDBInstanceOption> options(String instanceClass) {
    return orderable(
            DescribeOrderableDbInstanceOptionsRequest.builder().dbInstanceClass(instanceClass))
        .orderableDBInstanceOptions();
  }

  private DescribeOrderableDbInstanceOptionsResponse orderable(
      DescribeOrderableDbInstanceOptionsRequest.Builder request) {
    return rig.call(
        "DescribeOrderableDBInstanceOptions",
        request.engine(MYSQL).engineVersion(VERSION).build(),
        DescribeOrderableDbInstanceOptionsResponse.class);
  }
}
