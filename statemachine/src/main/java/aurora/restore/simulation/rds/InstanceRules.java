package aurora.restore.simulation.rds;

import aurora.restore.simulation.ec2.VpcSubnet;
import aurora.restore.simulation.strict.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;

/** What RDS asks of an instance of a cluster (RDS API Reference, CreateDBInstance). */
final class InstanceRules {
  static final String SERVERLESS = "db.serverless";

  /** A writer and fifteen readers. */
  private static final int MAX_MEMBERS = 16;

  private static final List<String> OWN =
      List.of(
          "DBInstanceIdentifier",
          "DBInstanceClass",
          "Engine",
          "DBClusterIdentifier",
          "AvailabilityZone",
          "DBParameterGroupName",
          "DBSubnetGroupName",
          "PromotionTier",
          "PubliclyAccessible",
          "Tags",
          "CopyTagsToSnapshot",
          "AutoMinorVersionUpgrade",
          "MonitoringInterval",
          "MonitoringRoleArn",
          "EnablePerformanceInsights",
          "PerformanceInsightsRetentionPeriod",
          "PerformanceInsightsKMSKeyId",
          "CACertificateIdentifier");

  /** What the cluster has settled for all its instances. */
  private static final List<String> OWNED_BY_CLUSTER =
      List.of(
          "MasterUsername",
          "MasterUserPassword",
          "ManageMasterUserPassword",
          "DBName",
          "AllocatedStorage",
          "VpcSecurityGroupIds",
          "Port",
          "BackupRetentionPeriod",
          "StorageEncrypted",
          "KmsKeyId",
          "EngineVersion",
          "DeletionProtection",
          "EnableCloudwatchLogsExports",
          "StorageType",
          "EnableIAMDatabaseAuthentication");

  private static final Set<String> MODELLED =
      Stream.concat(OWN.stream(), OWNED_BY_CLUSTER.stream())
          .collect(Collectors.toCollection(TreeSet::new));

  /** What is to be created, and where. */
  record Accepted(
      String identifier,
      Cluster cluster,
      VpcSubnet subnet,
      Instance.Settings settings,
      Map<String, String> tags) {}

  private final RdsState cloud;

  InstanceRules(RdsState cloud) {
    this.cloud = cloud;
  }

  Accepted accept(Region region, CreateDbInstanceRequest request) {
    var members =
        Members.of(request)
            .modelled(MODELLED)
            .required("DBInstanceIdentifier", "DBInstanceClass", "Engine");
    requireClusterMember(members);
    var now = cloud.now();
    var identifier = Identifiers.requireNew(request.dbInstanceIdentifier(), "DBInstanceIdentifier");
    var tags = TagLimits.accepted(request.tags());
    if (region.instances.has(identifier, now)) {
      throw Refusal.badRequest("DBInstanceAlreadyExists", "DB instance already exists");
    }
    var cluster = region.clusters.require(RdsKind.CLUSTER, request.dbClusterIdentifier(), now);
    requireFits(cluster, request);
    if (!cluster.isAvailable(now)) {
      throw Refusal.clusterState(
          "DB cluster %s is not currently in the available state, but in %s"
              .formatted(cluster.identifier, cluster.status(now)));
    }
    var settings = settings(region, cluster, request);
    requireRoom(region, cluster, request.dbInstanceClass());
    var subnet = subnet(region, cluster, request);
    return new Accepted(identifier, cluster, subnet, settings, tags);
  }

  private static void requireClusterMember(Members members) {
    if (!members.given("DBClusterIdentifier")) {
      throw Refusal.invalidCombination("An Aurora DB instance needs a DBClusterIdentifier");
    }
    for (var member : OWNED_BY_CLUSTER) {
      if (members.given(member)) {
        throw Refusal.invalidCombination(
            "The requested DB Instance will be a member of a DB Cluster. Set %s for the DB Cluster."
                .formatted(member));
      }
    }
  }

  private static void requireFits(Cluster cluster, CreateDbInstanceRequest request) {
    if (AuroraEngine.named(request.engine()) != cluster.version.engine()) {
      throw Refusal.invalidCombination(
          "The engine %s doesn't match the engine %s of the DB cluster"
              .formatted(request.engine(), cluster.version.engine().wireName));
    }
    var group = request.dbSubnetGroupName();
    if (group != null && !Identifiers.fold(group).equals(cluster.network.subnetGroup())) {
      throw Refusal.invalidCombination(
          "The DB subnet group %s isn't that of the DB cluster, %s"
              .formatted(group, cluster.network.subnetGroup()));
    }
  }

  private Instance.Settings settings(
      Region region, Cluster cluster, CreateDbInstanceRequest request) {
    var instanceClass = request.dbInstanceClass();
    if (region.catalogue.zones(instanceClass).isEmpty()) {
      throw Refusal.invalidCombination(
          "RDS does not support creating a DB instance with the following combination: DBInstanceClass=%s, Engine=%s, EngineVersion=%s, LicenseModel=%s. For supported combinations of instance class and database engine version, see the documentation."
              .formatted(
                  instanceClass,
                  cluster.version.engine().wireName,
                  cluster.version.version(),
                  cluster.version.engine().licenseModel));
    }
    if (instanceClass.equals(SERVERLESS) && cluster.options.scaling == null) {
      throw Refusal.invalidCombination(
          "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a"
              + " Serverless v2 DB instance.");
    }
    var tier = Objects.requireNonNullElse(request.promotionTier(), 1);
    if (tier < 0 || tier > 15) {
      throw Refusal.invalidValue("Invalid promotion tier: " + tier);
    }
    return new Instance.Settings(
        instanceClass,
        parameterGroup(region, cluster, request.dbParameterGroupName()),
        tier,
        publiclyAccessible(cluster, request.publiclyAccessible()),
        Boolean.TRUE.equals(request.copyTagsToSnapshot()),
        !Boolean.FALSE.equals(request.autoMinorVersionUpgrade()),
        MonitoringRules.intervalSeconds(request),
        request.monitoringRoleArn(),
        MonitoringRules.insightsRetentionDays(request),
        new MonitoringRules(cloud).insightsKeyArn(region.place, request),
        MonitoringRules.caCertificate(request.caCertificateIdentifier()));
  }

  private String parameterGroup(Region region, Cluster cluster, String asked) {
    var name = asked == null ? ParameterGroups.defaultName(cluster.version) : asked;
    return region
        .instanceParameterGroups
        .require(RdsKind.INSTANCE_PARAMETER_GROUP, name, cloud.now())
        .requireFamily(cluster.version)
        .identifier;
  }

  /** In the group default, an instance is public unless someone says otherwise. */
  private static boolean publiclyAccessible(Cluster cluster, Boolean asked) {
    return Objects.requireNonNullElse(asked, cluster.network.subnetGroup().equals("default"));
  }

  private void requireRoom(Region region, Cluster cluster, String instanceClass) {
    var now = cloud.now();
    if (region.members(cluster, now).size() >= MAX_MEMBERS) {
      // The limit is documented, the code of its refusal isn't.
      throw Refusal.clusterState(
          "DB cluster %s already has %d DB instances".formatted(cluster.identifier, MAX_MEMBERS));
    }
    if (region.isUsedUp(Quota.INSTANCES, now)) {
      throw Refusal.badRequest(
          "InstanceQuotaExceeded",
          "You have reached your quota of %d DB instances in this region."
              .formatted(region.max(Quota.INSTANCES)));
    }
    if (region.exhaustedClasses.contains(instanceClass)) {
      throw Refusal.badRequest(
          "InsufficientDBInstanceCapacity",
          "The requested DB instance class %s isn't available in the specified Availability Zone."
              .formatted(instanceClass));
    }
  }

  /** In the zone asked for, else in the zone with the fewest members of the cluster. */
  private VpcSubnet subnet(Region region, Cluster cluster, CreateDbInstanceRequest request) {
    var group =
        region.subnetGroups.require(
            RdsKind.SUBNET_GROUP, cluster.network.subnetGroup(), cloud.now());
    var zone = request.availabilityZone();
    if (zone != null && !cluster.network.zones().contains(zone)) {
      throw Refusal.invalidValue(
          "The Availability Zone %s isn't one of the DB cluster's: %s"
              .formatted(zone, cluster.network.zones()));
    }
    var members = region.members(cluster, cloud.now());
    return group.subnets.stream()
        .filter(it -> zone == null || it.availabilityZone().equals(zone))
        .filter(it -> cluster.network.zones().contains(it.availabilityZone()))
        .filter(
            it -> region.catalogue.zones(request.dbInstanceClass()).contains(it.availabilityZone()))
        .min(
            Comparator.comparingLong(
                    (VpcSubnet it) ->
                        members.stream()
                            .filter(member -> isIn(member, it.availabilityZone()))
                            .count())
                .thenComparing(it -> it.freeAddresses() == 0))
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "InvalidVPCNetworkStateFault",
                    "Cannot create a %s instance: no subnet of the DB subnet group %s is in an Availability Zone that offers the class"
                        .formatted(request.dbInstanceClass(), group.identifier)));
  }

  private static boolean isIn(Instance member, String zone) {
    return member.subnet.availabilityZone().equals(zone);
  }
}
