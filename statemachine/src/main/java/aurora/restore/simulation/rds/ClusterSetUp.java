package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cluster that somebody else made long ago, with its instances. */
public final class ClusterSetUp {
  private final RdsState cloud;
  private final Region region;
  private final String identifier;
  private final List<InstanceSetUp> members = new ArrayList<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private EngineVersion version =
      new EngineVersion(AuroraEngine.AURORA_MYSQL, "8.0.mysql_aurora.3.08.2");
  private int sizeGib = 100;
  private Integer port;
  private String keyArn;
  private String subnetGroup;
  private List<String> securityGroupIds = List.of();
  private int backupRetentionDays = 7;
  private String parameterGroup;
  private List<String> logExports = List.of();
  private boolean deletionProtection;
  private boolean iamAuthentication;
  private boolean dataApi;
  private String status = Cluster.AVAILABLE;
  private final ClusterOptions options = new ClusterOptions();
  private final ClusterTies ties = new ClusterTies();

  ClusterSetUp(RdsState cloud, Region region, String identifier) {
    this.cloud = cloud;
    this.region = region;
    this.identifier = Identifiers.fold(identifier);
  }

  /**
   * @param engine {@code aurora-mysql} or {@code aurora-postgresql}
   * @param engineVersion e.g. {@code 8.0.mysql_aurora.3.08.2}, {@code 16.6}
   */
  public ClusterSetUp engine(String engine, String engineVersion) {
    version = new EngineVersion(AuroraEngine.named(engine), engineVersion);
    return this;
  }

  /** The first one added writes, the others read. */
  public ClusterSetUp instance(String instanceIdentifier, String instanceClass) {
    return instance(instanceIdentifier, instanceClass, Map.of());
  }

  public ClusterSetUp instance(
      String instanceIdentifier, String instanceClass, Map<String, String> instanceTags) {
    return instance(instanceIdentifier, instanceClass, it -> it.tags(instanceTags));
  }

  /**
   * @param settings says what the instance has beside RDS's defaults
   */
  public ClusterSetUp instance(
      String instanceIdentifier, String instanceClass, Consumer<InstanceSetUp> settings) {
    var member = new InstanceSetUp(instanceIdentifier, instanceClass);
    settings.accept(member);
    members.add(member);
    return this;
  }

  public ClusterSetUp sizeGib(int gib) {
    sizeGib = gib;
    return this;
  }

  public ClusterSetUp port(int number) {
    port = number;
    return this;
  }

  public ClusterSetUp encryptedWith(String arnOfKey) {
    keyArn = arnOfKey;
    return this;
  }

  /** Without this, it is in the default VPC. */
  public ClusterSetUp network(String subnetGroupName, List<String> groupIds) {
    subnetGroup = Identifiers.fold(subnetGroupName);
    securityGroupIds = List.copyOf(groupIds);
    return this;
  }

  /** Its Serverless instances scale between so many ACUs. */
  public ClusterSetUp scaling(double minAcu, double maxAcu) {
    return scaling(minAcu, maxAcu, null);
  }

  /**
   * @param secondsUntilAutoPause null where it never pauses; only with {@code minAcu} 0
   */
  public ClusterSetUp scaling(double minAcu, double maxAcu, Integer secondsUntilAutoPause) {
    options.scaling = new Cluster.Scaling(minAcu, maxAcu, secondsUntilAutoPause);
    return this;
  }

  /**
   * @param type {@code aurora} or {@code aurora-iopt1}
   */
  public ClusterSetUp storageType(String type) {
    options.storageType = type;
    return this;
  }

  /**
   * @param support {@code open-source-rds-extended-support} or the same with {@code -disabled}
   */
  public ClusterSetUp engineLifecycleSupport(String support) {
    options.engineLifecycleSupport = support;
    return this;
  }

  /**
   * @param mode e.g. {@code provisioned}, {@code serverless}
   */
  public ClusterSetUp engineMode(String mode) {
    options.engineMode = mode;
    return this;
  }

  /** A cluster of the Limitless kind. */
  public ClusterSetUp limitless() {
    options.scalabilityType = "limited";
    return this;
  }

  /**
   * @param type {@code IPV4} or {@code DUAL}
   */
  public ClusterSetUp networkType(String type) {
    options.networkType = type;
    return this;
  }

  public ClusterSetUp backtrackSeconds(long seconds) {
    options.backtrackSeconds = seconds;
    return this;
  }

  /**
   * Without these, windows are drawn, as RDS does.
   *
   * @param backup {@code hh24:mi-hh24:mi}
   * @param maintenance {@code ddd:hh24:mi-ddd:hh24:mi}
   */
  public ClusterSetUp windows(String backup, String maintenance) {
    options.backupWindow = backup == null ? null : Windows.requireBackup(backup);
    options.maintenanceWindow =
        maintenance == null ? null : Windows.requireMaintenance(maintenance);
    return this;
  }

  /**
   * @param mode {@code standard} or {@code advanced}
   */
  public ClusterSetUp databaseInsightsMode(String mode) {
    options.databaseInsightsMode = mode;
    return this;
  }

  public ClusterSetUp iamAuthentication() {
    iamAuthentication = true;
    return this;
  }

  /** The Data API is enabled. */
  public ClusterSetUp dataApi() {
    dataApi = true;
    return this;
  }

  /** What binds it to other services and clusters. */
  public ClusterSetUp ties(Consumer<ClusterTies> says) {
    says.accept(ties);
    return this;
  }

  /** It shows this status and doesn't leave it by itself, e.g. {@code stopped}. */
  public ClusterSetUp status(String shown) {
    status = shown;
    return this;
  }

  public ClusterSetUp backupRetentionDays(int days) {
    backupRetentionDays = days;
    return this;
  }

  /** Without this, it uses its engine's default group. */
  public ClusterSetUp parameterGroup(String name) {
    parameterGroup = name;
    return this;
  }

  public ClusterSetUp logExports(List<String> logs) {
    logExports = List.copyOf(logs);
    return this;
  }

  public ClusterSetUp deletionProtected() {
    deletionProtection = true;
    return this;
  }

  public ClusterSetUp tag(String key, String value) {
    tags.put(key, value);
    return this;
  }

  /** Brings it about, and answers its ARN. */
  public String exists() {
    var now = cloud.now();
    var since = now.minus(Duration.ofDays(100));
    var network = new NetworkRules(cloud).accept(region, subnetGroup, securityGroupIds, List.of());
    var cluster =
        new Cluster(
            region.place,
            identifier,
            cloud.bornLongAgo(),
            tags,
            version,
            sizeGib,
            settings(),
            options,
            ties,
            network,
            keyArn,
            Identifiers.resourceId("cluster", cloud.random),
            region.hostHash,
            since,
            Timeline.from(since, status));
    cluster.backupRetentionDays = backupRetentionDays;
    cluster.deletionProtection = deletionProtection;
    if (dataApi) {
      cluster.dataApiFrom(since);
    }
    region.clusters.add(cluster, now);
    members.forEach(member -> add(cluster, member, since));
    return cluster.arn();
  }

  private Cluster.Settings settings() {
    return new Cluster.Settings(
        port == null ? version.engine().defaultPort : port,
        "admin",
        null,
        parameterGroup == null ? ParameterGroups.defaultName(version) : parameterGroup,
        iamAuthentication,
        logExports);
  }

  private void add(Cluster cluster, InstanceSetUp member, Instant since) {
    var group =
        region.subnetGroups.require(
            RdsKind.SUBNET_GROUP, cluster.network.subnetGroup(), cloud.now());
    var number = region.members(cluster, cloud.now()).size();
    var subnet = group.subnets.get(number % group.subnets.size());
    region.instances.add(
        new Instance(
            cluster,
            member.identifier,
            cloud.bornLongAgo(),
            member.tags,
            member.settings(version),
            subnet,
            subnet.take(),
            Identifiers.resourceId("db", cloud.random),
            region.hostHash,
            since,
            Timeline.from(since, Instance.AVAILABLE)),
        cloud.now());
    if (cluster.writer == null) {
      cluster.writer = member.identifier;
    }
  }
}
