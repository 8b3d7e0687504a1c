package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsResponse;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;
import software.amazon.awssdk.services.rds.model.ServerlessV2FeaturesSupport;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/** What can be ordered in a region: engine versions and instance classes. */
final class CatalogueOperations {
  private static final Set<String> VERSIONS_MODELLED =
      Set.of(
          "Engine",
          "EngineVersion",
          "DBParameterGroupFamily",
          "DefaultOnly",
          "IncludeAll",
          "MaxRecords",
          "Marker");
  private static final Set<String> OPTIONS_MODELLED =
      Set.of("Engine", "EngineVersion", "DBInstanceClass", "Vpc", "MaxRecords", "Marker");

  private final RdsState cloud;

  CatalogueOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on(
            "DescribeDBEngineVersions",
            DescribeDbEngineVersionsRequest::builder,
            this::describeVersions)
        .on(
            "DescribeOrderableDBInstanceOptions",
            DescribeOrderableDbInstanceOptionsRequest::builder,
            this::describeOptions);
  }

  private DescribeDbEngineVersionsResponse describeVersions(
      Caller caller, DescribeDbEngineVersionsRequest request) {
    Members.of(request).modelled(VERSIONS_MODELLED);
    var catalogue = cloud.region(caller).catalogue;
    var asked =
        engines(request.engine())
            .flatMap(engine -> catalogue.versions(engine).stream())
            .filter(it -> Boolean.TRUE.equals(request.includeAll()) || !catalogue.isDeprecated(it))
            .filter(it -> isAsked(request.engineVersion(), it.version()))
            .filter(it -> isAsked(request.dbParameterGroupFamily(), it.family()))
            .filter(
                it ->
                    !Boolean.TRUE.equals(request.defaultOnly())
                        || it.version().equals(catalogue.defaultVersion(it.engine())))
            .toList();
    var page = Page.ofCatalogue(asked, request.maxRecords(), 100, request.marker());
    return DescribeDbEngineVersionsResponse.builder()
        .dbEngineVersions(page.items().stream().map(it -> view(it, catalogue)).toList())
        .marker(page.marker())
        .build();
  }

  private static DBEngineVersion view(EngineVersion version, EngineCatalogue catalogue) {
    return DBEngineVersion.builder()
        .engine(version.engine().wireName)
        .engineVersion(version.version())
        .majorEngineVersion(version.major())
        .dbParameterGroupFamily(version.family())
        .dbEngineDescription(version.engine().description)
        .dbEngineVersionDescription(version.engine().description + " " + version.version())
        .status(catalogue.isDeprecated(version) ? "deprecated" : "available")
        .supportedEngineModes("provisioned")
        .supportsLogExportsToCloudwatchLogs(true)
        .exportableLogTypes(version.engine().logTypes)
        .supportsGlobalDatabases(true)
        .supportsCertificateRotationWithoutRestart(true)
        .supportedCACertificateIdentifiers(MonitoringRules.certificateAuthorities())
        .serverlessV2FeaturesSupport(
            ServerlessV2FeaturesSupport.builder()
                .minCapacity(version.minCapacityAcu())
                .maxCapacity(version.maxCapacityAcu())
                .build())
        .validUpgradeTarget(
            catalogue.upgradeTargets(version).stream().map(it -> target(version, it)).toList())
        .build();
  }

  private static UpgradeTarget target(EngineVersion from, EngineVersion to) {
    return UpgradeTarget.builder()
        .engine(to.engine().wireName)
        .engineVersion(to.version())
        .description(to.engine().description + " " + to.version())
        .autoUpgrade(false)
        .isMajorVersionUpgrade(!from.major().equals(to.major()))
        .build();
  }

  private DescribeOrderableDbInstanceOptionsResponse describeOptions(
      Caller caller, DescribeOrderableDbInstanceOptionsRequest request) {
    Members.of(request).modelled(OPTIONS_MODELLED).required("Engine");
    var catalogue = cloud.region(caller).catalogue;
    var asked =
        engines(request.engine())
            .flatMap(engine -> catalogue.versions(engine).stream())
            .filter(it -> isAsked(request.engineVersion(), it.version()))
            .flatMap(it -> options(it, catalogue, request.dbInstanceClass()))
            .toList();
    var page = Page.ofCatalogue(asked, request.maxRecords(), 1000, request.marker());
    return DescribeOrderableDbInstanceOptionsResponse.builder()
        .orderableDBInstanceOptions(page.items())
        .marker(page.marker())
        .build();
  }

  private static Stream<OrderableDBInstanceOption> options(
      EngineVersion version, EngineCatalogue catalogue, String instanceClass) {
    return catalogue.zonesByClass().entrySet().stream()
        .filter(it -> isAsked(instanceClass, it.getKey()))
        .map(it -> option(version, it));
  }

  private static OrderableDBInstanceOption option(
      EngineVersion version, Map.Entry<String, List<String>> classWithZones) {
    // The Data API isn't for burstable classes.
    var burstable = classWithZones.getKey().startsWith("db.t");
    return OrderableDBInstanceOption.builder()
        .engine(version.engine().wireName)
        .engineVersion(version.version())
        .dbInstanceClass(classWithZones.getKey())
        .licenseModel(version.engine().licenseModel)
        .availabilityZones(
            classWithZones.getValue().stream()
                .map(zone -> AvailabilityZone.builder().name(zone).build())
                .toList())
        .vpc(true)
        .storageType("aurora")
        .supportedEngineModes("provisioned")
        .supportsClusters(true)
        .supportsStorageEncryption(true)
        .supportsEnhancedMonitoring(true)
        .supportsIAMDatabaseAuthentication(true)
        .supportsPerformanceInsights(true)
        .supportsHttpEndpoint(version.servesDataApi() && !burstable)
        .build();
  }

  private static Stream<AuroraEngine> engines(String asked) {
    return asked == null ? Stream.of(AuroraEngine.values()) : Stream.of(AuroraEngine.named(asked));
  }

  private static boolean isAsked(String asked, String actual) {
    return asked == null || asked.equals(actual);
  }
}
