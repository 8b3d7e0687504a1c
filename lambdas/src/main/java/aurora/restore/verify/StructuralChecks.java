package aurora.restore.verify;

import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.InstanceStatus;
import aurora.restore.operation.LowerCase;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The checks that need no login to the database: each property that the plan decides is compared,
 * and what a restored cluster is in any case.
 */
final class StructuralChecks {
  private static final String CLUSTER = "cluster";

  /**
   * RDS lets no subnet group have fewer (Aurora User Guide, "Working with a DB cluster in a VPC").
   */
  private static final int LEAST_ZONES = 2;

  /**
   * What was adopted from an earlier execution has the tags that one gave it: its own name, and the
   * expiry that it was asked for.
   */
  private static final Set<String> OF_EXECUTION =
      Set.of(Ownership.EXECUTION_TAG, Ownership.EXPIRY_TAG);

  private final RestorePlan plan;
  private final Comparison comparison = new Comparison();

  StructuralChecks(RestorePlan plan) {
    this.plan = plan;
  }

  Comparison of(FoundCluster found, List<DBInstance> instances) {
    checkCluster(found);
    checkMembers(found);
    instances.forEach(instance -> checkInstance(instance, found));
    return comparison;
  }

  private void checkCluster(FoundCluster found) {
    var cluster = found.cluster();
    comparison.expect("cluster status", ClusterStatus.READY, cluster.status());
    Stream.of(
            ClusterProperties.OF_PLAN, ClusterProperties.OF_CAPACITY, ClusterProperties.OF_SETTINGS)
        .flatMap(List::stream)
        .forEach(check -> check.compare(CLUSTER, plan.cluster(), found, comparison));
    comparison.expect("at least two availability zones", true, found.zones().size() >= LEAST_ZONES);
    comparison.expect("writer endpoint present", true, isPresent(cluster.endpoint()));
    comparison.expect("reader endpoint present", true, isPresent(cluster.readerEndpoint()));
    comparison.note(
        "cluster parameter group on its instances: "
            + inWords(
                cluster.dbClusterMembers().stream()
                    .map(DBClusterMember::dbClusterParameterGroupStatus)));
    checkTags(CLUSTER, cluster.tagList());
  }

  /**
   * Any of the planned instances may write: a failover makes another one the writer, and the
   * cluster is as good as before.
   */
  private void checkMembers(FoundCluster found) {
    comparison.expect(
        "cluster instances",
        Shown.set(plan.instances().stream().map(InstancePlan::id).map(LowerCase::of)),
        Shown.set(found.members()));
    comparison.expect("number of writers", 1, found.writers().size());
    if (found.writers().size() == 1) {
      var writer = found.writers().getFirst();
      var isPlanned = writer.equalsIgnoreCase(plan.writer().id());
      comparison.note(
          "writer: " + writer + (isPlanned ? "" : ", after a failover from " + plan.writer().id()));
    }
  }

  private void checkInstance(DBInstance instance, FoundCluster cluster) {
    var planned =
        plan.instances().stream()
            .filter(candidate -> candidate.id().equalsIgnoreCase(instance.dbInstanceIdentifier()))
            .findFirst()
            .orElseThrow();
    var what = "instance " + planned.id();
    comparison.expect(what + " status", InstanceStatus.AVAILABLE, instance.dbInstanceStatus());
    Stream.of(InstanceProperties.OF_PLAN, InstanceProperties.OF_SETTINGS)
        .flatMap(List::stream)
        .forEach(check -> check.compare(what, planned, instance, comparison));
    comparison.expect(
        what + " cluster", LowerCase.of(plan.cluster().id()), instance.dbClusterIdentifier());
    comparison.expect(what + " is public", false, Shown.or(false, instance.publiclyAccessible()));
    comparison.expect(
        what + " is in a zone of the subnets",
        true,
        cluster.zones().contains(instance.availabilityZone()));
    comparison.note(
        what
            + " parameter group: "
            + inWords(
                instance.dbParameterGroups().stream()
                    .map(DBParameterGroupStatus::parameterApplyStatus)));
    checkTags(what, instance.tagList());
  }

  private void checkTags(String what, List<Tag> tags) {
    var found = new LinkedHashMap<String, String>();
    tags.forEach(tag -> found.put(tag.key(), tag.value() == null ? "" : tag.value()));
    var isByThisExecution =
        plan.tags()
            .getOrDefault(Ownership.EXECUTION_TAG, "")
            .equals(found.get(Ownership.EXECUTION_TAG));
    plan.tags().entrySet().stream()
        .filter(tag -> isByThisExecution || !OF_EXECUTION.contains(tag.getKey()))
        .forEach(tag -> expectTag(what, tag, found));
  }

  private void expectTag(
      String what, Map.Entry<String, String> planned, Map<String, String> found) {
    comparison.expect(
        what + " tag " + planned.getKey(), planned.getValue(), found.get(planned.getKey()));
  }

  /** How far the parameters are applied, e.g. {@code in-sync} or {@code pending-reboot}. */
  private static String inWords(Stream<String> statuses) {
    return String.join(
        ", ", Shown.set(statuses.map(status -> Shown.or("status not told", status))));
  }

  private static boolean isPresent(String endpoint) {
    return endpoint != null && !endpoint.isBlank();
  }
}
