package aurora.restore.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cluster that somebody else made long ago, with its instances. */
public final class ClusterSetUp {
  private record Member(String identifier, String instanceClass, Map<String, String> tags) {}

  private final Cloud cloud;
  private final Region region;
  private final String identifier;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private EngineVersion version = new EngineVersion(Engine.AURORA_MYSQL, "8.0.mysql_aurora.3.08.2");
  private int sizeGib = 100;
  private Integer port;
  private String keyArn;
  private String subnetGroup;
  private List<String> securityGroupIds = List.of();
  private Cluster.Scaling scaling;
  private int backupRetentionDays = 7;
  private String parameterGroup;
  private List<String> logExports = List.of();
  private boolean deletionProtection;

  ClusterSetUp(Cloud cloud, Region region, String identifier) {
    this.cloud = cloud;
    this.region = region;
    this.identifier = Identifiers.fold(identifier);
  }

  /**
   * @param engine {@code aurora-mysql} or {@code aurora-postgresql}
   * @param engineVersion e.g. {@code 8.0.mysql_aurora.3.08.2}, {@code 16.6}
   */
  public ClusterSetUp engine(String engine, String engineVersion) {
    version = new EngineVersion(Engine.named(engine), engineVersion);
    return this;
  }

  /** The first one added writes, the others read. */
  public ClusterSetUp instance(String instanceIdentifier, String instanceClass) {
    return instance(instanceIdentifier, instanceClass, Map.of());
  }

  public ClusterSetUp instance(
      String instanceIdentifier, String instanceClass, Map<String, String> instanceTags) {
    members.add(new Member(Identifiers.fold(instanceIdentifier), instanceClass, instanceTags));
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
    scaling = new Cluster.Scaling(minAcu, maxAcu, null);
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
            network,
            keyArn,
            Identifiers.resourceId("cluster", cloud.random),
            region.hostHash,
            since,
            Timeline.from(since, Cluster.AVAILABLE));
    cluster.backupRetentionDays(backupRetentionDays);
    cluster.deletionProtection(deletionProtection);
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
        false,
        logExports,
        "aurora",
        "open-source-rds-extended-support",
        0,
        "03:00-03:30",
        scaling);
  }

  private void add(Cluster cluster, Member member, Instant since) {
    var group =
        region.subnetGroups.require(Kind.SUBNET_GROUP, cluster.network.subnetGroup(), cloud.now());
    var number = region.members(cluster, cloud.now()).size();
    var subnet = group.subnets.get(number % group.subnets.size());
    var settings =
        new Instance.Settings(
            member.instanceClass(),
            ParameterGroups.defaultName(version),
            1,
            false,
            false,
            true,
            0,
            null,
            false,
            null);
    region.instances.add(
        new Instance(
            cluster,
            member.identifier(),
            cloud.bornLongAgo(),
            member.tags(),
            settings,
            subnet,
            subnet.take(),
            Identifiers.resourceId("db", cloud.random),
            region.hostHash,
            since,
            Timeline.from(since, Instance.AVAILABLE)),
        cloud.now());
    if (cluster.writer() == null) {
      cluster.writer(member.identifier());
    }
  }
}
