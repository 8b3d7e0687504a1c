package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

/** Describing clusters (RDS API Reference, DescribeDBClusters). */
final class ClusterListing {
  private static final Set<String> MODELLED =
      Set.of("DBClusterIdentifier", "Filters", "MaxRecords", "Marker");
  private static final Map<String, Function<Cluster, List<String>>> FILTERS =
      Map.of(
          "db-cluster-id", it -> List.of(it.identifier, it.arn()),
          "db-cluster-resource-id", it -> List.of(it.resourceId),
          "engine", it -> List.of(it.version.engine().wireName));

  private final RdsState cloud;

  ClusterListing(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("DescribeDBClusters", DescribeDbClustersRequest::builder, this::describe);
  }

  private DescribeDbClustersResponse describe(Caller caller, DescribeDbClustersRequest request) {
    var members = Members.of(request).modelled(MODELLED);
    var region = cloud.region(caller);
    var now = cloud.now();
    var asked =
        region
            .clusters
            .seen(now)
            .filter(it -> isAsked(it, request.dbClusterIdentifier()))
            .filter(Filters.of(request.filters(), FILTERS));
    var page = Page.ofThings(asked, request.maxRecords(), request.marker());
    if (members.given("DBClusterIdentifier") && page.items().isEmpty()) {
      throw Refusal.notFound(RdsKind.CLUSTER, request.dbClusterIdentifier());
    }
    return DescribeDbClustersResponse.builder()
        .dbClusters(
            page.items().stream()
                .map(it -> ClusterView.of(it, region.members(it, now), now))
                .toList())
        .marker(page.marker())
        .build();
  }

  private static boolean isAsked(Cluster cluster, String reference) {
    return reference == null
        || cluster.identifier.equals(Identifiers.fold(reference))
        || cluster.arn().equals(Identifiers.fold(reference))
        || cluster.resourceId.equals(reference);
  }
}
