package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** Instances of clusters: creating, describing, deleting. */
final class InstanceOperations {
  private static final Set<String> DESCRIBE_MODELLED =
      Set.of("DBInstanceIdentifier", "Filters", "MaxRecords", "Marker");
  private static final Set<String> DELETE_MODELLED =
      Set.of(
          "DBInstanceIdentifier",
          "SkipFinalSnapshot",
          "FinalDBSnapshotIdentifier",
          "DeleteAutomatedBackups");
  private static final Map<String, Function<Instance, List<String>>> FILTERS =
      Map.of(
          "db-cluster-id", it -> List.of(it.cluster.identifier, it.cluster.arn()),
          "db-instance-id", it -> List.of(it.identifier, it.arn()),
          "dbi-resource-id", it -> List.of(it.resourceId),
          "engine", it -> List.of(it.cluster.version.engine().wireName));

  private final RdsState cloud;
  private final InstanceRules rules;

  InstanceOperations(RdsState cloud) {
    this.cloud = cloud;
    this.rules = new InstanceRules(cloud);
  }

  void register(Service service) {
    service
        .on("CreateDBInstance", CreateDbInstanceRequest::builder, this::create)
        .on("DescribeDBInstances", DescribeDbInstancesRequest::builder, this::describe)
        .on("DeleteDBInstance", DeleteDbInstanceRequest::builder, this::delete);
  }

  private CreateDbInstanceResponse create(Caller caller, CreateDbInstanceRequest request) {
    var region = cloud.region(caller);
    var accepted = rules.accept(region, request);
    var now = cloud.now();
    var cluster = accepted.cluster();
    // The first instance writes; so does the first one after all the others were sent away.
    var writes = region.members(cluster, now).stream().allMatch(it -> it.isDeleting(now));
    var hasAddress = accepted.subnet().take();
    var course =
        hasAddress
            ? cloud.durations.instance(writes, cloud.random)
            : Course.endsIn("incompatible-network", Duration.ofMinutes(1));
    var instance =
        new Instance(
            cluster,
            accepted.identifier(),
            cloud.birth(),
            accepted.tags(),
            accepted.settings(),
            accepted.subnet(),
            hasAddress,
            Identifiers.resourceId("db", cloud.random),
            region.hostHash,
            now,
            timeline(course, accepted, now));
    region.instances.add(instance, now);
    if (writes) {
      cluster.writer = instance.identifier;
    }
    return CreateDbInstanceResponse.builder().dbInstance(region.view(instance, now)).build();
  }

  /** What else is asked of an instance is configured between its creation and its use. */
  private static Timeline timeline(Course course, InstanceRules.Accepted accepted, Instant now) {
    var creating = Timeline.from(now, Instance.CREATING);
    return switch (course) {
      case Course.Takes(Duration length) -> {
        var timeline = creating;
        if (accepted.settings().monitoringIntervalSeconds() > 0) {
          timeline =
              timeline.at(
                  now.plus(length.multipliedBy(8).dividedBy(10)),
                  "configuring-enhanced-monitoring");
        }
        if (!accepted.cluster().settings.logExports().isEmpty()) {
          timeline =
              timeline.at(
                  now.plus(length.multipliedBy(9).dividedBy(10)), "configuring-log-exports");
        }
        yield timeline.at(now.plus(length), Instance.AVAILABLE);
      }
      case Course.Stalls _ -> creating;
      case Course.EndsIn(String status, Duration after) -> creating.then(after, status);
    };
  }

  private DescribeDbInstancesResponse describe(Caller caller, DescribeDbInstancesRequest request) {
    var members = Members.of(request).modelled(DESCRIBE_MODELLED);
    var region = cloud.region(caller);
    var now = cloud.now();
    var asked =
        region
            .instances
            .seen(now)
            .filter(it -> isAsked(it, request.dbInstanceIdentifier()))
            .filter(Filters.of(request.filters(), FILTERS));
    var page = Page.ofThings(asked, request.maxRecords(), request.marker());
    if (members.given("DBInstanceIdentifier") && page.items().isEmpty()) {
      throw Refusal.notFound(RdsKind.INSTANCE, request.dbInstanceIdentifier());
    }
    return DescribeDbInstancesResponse.builder()
        .dbInstances(page.items().stream().map(it -> region.view(it, now)).toList())
        .marker(page.marker())
        .build();
  }

  private static boolean isAsked(Instance instance, String reference) {
    return reference == null
        || instance.identifier.equals(Identifiers.fold(reference))
        || instance.arn().equals(Identifiers.fold(reference))
        || instance.resourceId.equals(reference);
  }

  private DeleteDbInstanceResponse delete(Caller caller, DeleteDbInstanceRequest request) {
    var members = Members.of(request).modelled(DELETE_MODELLED).required("DBInstanceIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var instance = region.instances.require(RdsKind.INSTANCE, request.dbInstanceIdentifier(), now);
    if (members.given("FinalDBSnapshotIdentifier")) {
      throw Refusal.invalidCombination(
          "FinalDBSnapshotIdentifier can not be specified when deleting a cluster instance");
    }
    if (instance.isDeleting(now)) {
      throw Refusal.badRequest(
          "InvalidDBInstanceState",
          "Instance %s is already being deleted.".formatted(instance.identifier));
    }
    if (region.members(instance.cluster, now).stream()
        .allMatch(it -> it == instance || it.isDeleting(now))) {
      instance.cluster.ties.requireNoReplication();
    }
    instance.deletes(now, now.plus(cloud.durations.deleteInstance(cloud.random)));
    failOver(region, instance, now);
    return DeleteDbInstanceResponse.builder().dbInstance(region.view(instance, now)).build();
  }

  /** A writer that goes leaves its role to the remaining reader of the lowest tier. */
  private static void failOver(Region region, Instance leaving, Instant now) {
    var cluster = leaving.cluster;
    if (leaving.identifier.equals(cluster.writer)) {
      nextWriter(region.members(cluster, now).stream().filter(it -> !it.isDeleting(now)).toList())
          .ifPresent(reader -> cluster.writer = reader.identifier);
    }
  }

  /** The reader of the lowest tier takes over. */
  static Optional<Instance> nextWriter(List<Instance> readers) {
    return readers.stream().min(Comparator.comparingInt(it -> it.settings().promotionTier()));
  }
}
