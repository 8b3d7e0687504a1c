package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/** Describing cluster snapshots (RDS API Reference, DescribeDBClusterSnapshots). */
final class SnapshotListing {
  private static final Set<String> MODELLED =
      Set.of(
          "DBClusterIdentifier",
          "DBClusterSnapshotIdentifier",
          "DbClusterResourceId",
          "SnapshotType",
          "IncludeShared",
          "IncludePublic",
          "Filters",
          "MaxRecords",
          "Marker");
  private static final Set<String> TYPES = Set.of("automated", "manual", "shared", "public");
  private static final Map<String, Function<Snapshot, List<String>>> FILTERS =
      Map.of(
          "db-cluster-id", it -> List.of(it.content.clusterIdentifier(), clusterArn(it)),
          "db-cluster-snapshot-id", it -> List.of(it.identifier, it.arn()),
          "snapshot-type", it -> List.of(it.origin.wireType()),
          "engine", it -> List.of(it.content.version().engine().wireName));

  private final RdsState cloud;

  SnapshotListing(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on(
        "DescribeDBClusterSnapshots", DescribeDbClusterSnapshotsRequest::builder, this::describe);
  }

  private DescribeDbClusterSnapshotsResponse describe(
      Caller caller, DescribeDbClusterSnapshotsRequest request) {
    var members = Members.of(request).modelled(MODELLED);
    var type = request.snapshotType();
    if (type != null && !TYPES.contains(type)) {
      throw Refusal.invalidValue("Invalid snapshot type: " + type);
    }
    if (members.given("DBClusterIdentifier") && members.given("DBClusterSnapshotIdentifier")) {
      throw Refusal.invalidCombination(
          "DBClusterIdentifier can't be used in conjunction with DBClusterSnapshotIdentifier");
    }
    var now = cloud.now();
    var matching =
        offered(caller, request)
            .filter(asked(request))
            .filter(Filters.of(request.filters(), FILTERS));
    var page = Page.ofThings(matching, request.maxRecords(), request.marker());
    if (members.given("DBClusterSnapshotIdentifier") && page.items().isEmpty()) {
      throw Refusal.notFound(RdsKind.CLUSTER_SNAPSHOT, request.dbClusterSnapshotIdentifier());
    }
    return DescribeDbClusterSnapshotsResponse.builder()
        .dbClusterSnapshots(
            page.items().stream().map(it -> it.view(now, caller.account())).toList())
        .marker(page.marker())
        .build();
  }

  /** What the type and the switches let in: automated and manual ones, where nothing is said. */
  private Stream<Snapshot> offered(Caller caller, DescribeDbClusterSnapshotsRequest request) {
    var now = cloud.now();
    var own = cloud.region(caller).snapshots.seen(now);
    var shared =
        cloud
            .regions()
            .filter(region -> region.place.region().equals(caller.region()))
            .flatMap(region -> region.snapshots.seen(now))
            .filter(snapshot -> SnapshotLookup.isSharedWith(snapshot, caller.account()));
    if (request.snapshotType() == null) {
      // An automated one that is named needs its type named too.
      var byIdentifier = request.dbClusterSnapshotIdentifier() != null;
      var visible = own.filter(it -> !byIdentifier || it.origin != Snapshot.Origin.AUTOMATED);
      return Boolean.TRUE.equals(request.includeShared())
          ? Stream.concat(visible, shared)
          : visible;
    }
    return switch (request.snapshotType()) {
      case "shared" -> shared;
      // No world has public snapshots: an encrypted one can never be public.
      case "public" -> Stream.empty();
      case String type -> own.filter(it -> it.origin.wireType().equals(type));
    };
  }

  private static Predicate<Snapshot> asked(DescribeDbClusterSnapshotsRequest request) {
    Predicate<Snapshot> asked = it -> true;
    if (request.dbClusterSnapshotIdentifier() != null) {
      var name = Identifiers.fold(request.dbClusterSnapshotIdentifier());
      asked = asked.and(it -> name.equals(it.identifier) || name.equals(it.arn()));
    }
    if (request.dbClusterIdentifier() != null) {
      var name = Identifiers.fold(request.dbClusterIdentifier());
      asked =
          asked.and(
              it -> name.equals(it.content.clusterIdentifier()) || name.equals(clusterArn(it)));
    }
    if (request.dbClusterResourceId() != null) {
      asked = asked.and(it -> request.dbClusterResourceId().equals(it.content.clusterResourceId()));
    }
    return asked;
  }

  private static String clusterArn(Snapshot snapshot) {
    return snapshot.place.arn(RdsKind.CLUSTER, snapshot.content.clusterIdentifier());
  }
}
