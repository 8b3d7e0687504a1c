package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.rds.model.GlobalCluster;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;
import software.amazon.awssdk.services.rds.model.RemoveFromGlobalClusterRequest;
import software.amazon.awssdk.services.rds.model.RemoveFromGlobalClusterResponse;

/**
 * Global databases: clusters of several regions. There is one as long as a cluster is its member.
 */
final class GlobalClusters {
  private final RdsState cloud;

  GlobalClusters(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on("DescribeGlobalClusters", DescribeGlobalClustersRequest::builder, this::describe)
        .on("RemoveFromGlobalCluster", RemoveFromGlobalClusterRequest::builder, this::remove);
  }

  /**
   * Refuses to delete a member. The codes and words are those of reports: a member that isn't the
   * primary cluster (hashicorp/terraform#20929), and a primary one that has secondaries
   * (hashicorp/terraform-provider-aws#26236).
   */
  void requireNoMember(Cluster cluster) {
    var global = cluster.ties.globalCluster;
    if (global == null) {
      return;
    }
    if (isWriter(cluster) && members(cluster.place.account(), global).count() > 1) {
      throw Refusal.badRequest(
          "InvalidGlobalClusterStateFault",
          "Unable to delete cluster that is a primary member of global cluster while there are"
              + " other global cluster members");
    }
    throw Refusal.clusterState(
        "This cluster is a part of a global cluster, please remove it from globalcluster first");
  }

  private DescribeGlobalClustersResponse describe(
      Caller caller, DescribeGlobalClustersRequest request) {
    var asked =
        Members.of(request).modelled(Set.of("GlobalClusterIdentifier", "MaxRecords", "Marker"));
    var names =
        all(caller.account())
            .map(cluster -> cluster.ties.globalCluster)
            .distinct()
            .filter(
                name ->
                    request.globalClusterIdentifier() == null
                        || name.equals(Identifiers.fold(request.globalClusterIdentifier())))
            .sorted()
            .toList();
    if (asked.given("GlobalClusterIdentifier") && names.isEmpty()) {
      throw notFound(request.globalClusterIdentifier());
    }
    var page = Page.ofCatalogue(names, request.maxRecords(), 100, request.marker());
    return DescribeGlobalClustersResponse.builder()
        .globalClusters(page.items().stream().map(it -> view(caller.account(), it)).toList())
        .marker(page.marker())
        .build();
  }

  /** The member is named by its ARN, whatever the name of the parameter says. */
  private RemoveFromGlobalClusterResponse remove(
      Caller caller, RemoveFromGlobalClusterRequest request) {
    Members.of(request)
        .modelled(Set.of("GlobalClusterIdentifier", "DbClusterIdentifier"))
        .required("GlobalClusterIdentifier", "DbClusterIdentifier");
    var global = Identifiers.fold(request.globalClusterIdentifier());
    var members = members(caller.account(), global).toList();
    if (members.isEmpty()) {
      throw notFound(global);
    }
    var leaving =
        members.stream()
            .filter(it -> it.arn().equals(request.dbClusterIdentifier()))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound(RdsKind.CLUSTER, request.dbClusterIdentifier()));
    if (isWriter(leaving) && members.size() > 1) {
      throw Refusal.badRequest(
          "InvalidGlobalClusterStateFault",
          "The primary cluster can't be removed while global cluster %s has other members"
              .formatted(global));
    }
    var view = view(caller.account(), global);
    leaving.ties.globalCluster = null;
    leaving.ties.secondary = false;
    return RemoveFromGlobalClusterResponse.builder().globalCluster(view).build();
  }

  private GlobalCluster view(String account, String name) {
    var members = members(account, name).toList();
    var first = members.getFirst();
    var secondaries = members.stream().filter(it -> !isWriter(it)).map(RdsResource::arn).toList();
    return GlobalCluster.builder()
        .globalClusterIdentifier(name)
        .globalClusterArn("arn:aws:rds::%s:global-cluster:%s".formatted(account, name))
        .globalClusterResourceId("cluster-" + Integer.toHexString(name.hashCode()))
        .status("available")
        .engine(first.version.engine().wireName)
        .engineVersion(first.version.version())
        .storageEncrypted(first.keyArn != null)
        .deletionProtection(false)
        .globalClusterMembers(
            members.stream()
                .map(
                    it ->
                        GlobalClusterMember.builder()
                            .dbClusterArn(it.arn())
                            .isWriter(isWriter(it))
                            .readers(isWriter(it) ? secondaries : List.of())
                            .build())
                .toList())
        .build();
  }

  private Stream<Cluster> members(String account, String global) {
    return all(account).filter(cluster -> global.equals(cluster.ties.globalCluster));
  }

  private Stream<Cluster> all(String account) {
    return cloud
        .regions()
        .filter(region -> region.place.account().equals(account))
        .flatMap(region -> region.clusters.live(cloud.now()))
        .filter(cluster -> cluster.ties.globalCluster != null);
  }

  private static boolean isWriter(Cluster cluster) {
    return !cluster.ties.secondary;
  }

  private static AwsError notFound(String global) {
    return new AwsError(
        "GlobalClusterNotFoundFault", 404, "Global cluster %s not found".formatted(global));
  }
}
