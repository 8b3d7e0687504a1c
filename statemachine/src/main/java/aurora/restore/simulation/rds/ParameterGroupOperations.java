package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsResponse;

/** Describing parameter groups, of clusters and of instances. */
final class ParameterGroupOperations {
  private final RdsState cloud;

  ParameterGroupOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on(
            "DescribeDBClusterParameterGroups",
            DescribeDbClusterParameterGroupsRequest::builder,
            this::describeClusterGroups)
        .on(
            "DescribeDBParameterGroups",
            DescribeDbParameterGroupsRequest::builder,
            this::describeInstanceGroups);
  }

  private DescribeDbClusterParameterGroupsResponse describeClusterGroups(
      Caller caller, DescribeDbClusterParameterGroupsRequest request) {
    Members.of(request).modelled(Set.of("DBClusterParameterGroupName", "MaxRecords", "Marker"));
    var page =
        page(
            cloud.region(caller).clusterParameterGroups,
            RdsKind.CLUSTER_PARAMETER_GROUP,
            request.dbClusterParameterGroupName(),
            request.maxRecords(),
            request.marker());
    return DescribeDbClusterParameterGroupsResponse.builder()
        .dbClusterParameterGroups(page.items().stream().map(ParameterGroup::clusterView).toList())
        .marker(page.marker())
        .build();
  }

  private DescribeDbParameterGroupsResponse describeInstanceGroups(
      Caller caller, DescribeDbParameterGroupsRequest request) {
    Members.of(request).modelled(Set.of("DBParameterGroupName", "MaxRecords", "Marker"));
    var page =
        page(
            cloud.region(caller).instanceParameterGroups,
            RdsKind.INSTANCE_PARAMETER_GROUP,
            request.dbParameterGroupName(),
            request.maxRecords(),
            request.marker());
    return DescribeDbParameterGroupsResponse.builder()
        .dbParameterGroups(page.items().stream().map(ParameterGroup::instanceView).toList())
        .marker(page.marker())
        .build();
  }

  private Page<ParameterGroup> page(
      RdsResources<ParameterGroup> groups,
      RdsKind kind,
      String name,
      Integer maxRecords,
      String marker) {
    var now = cloud.now();
    var asked =
        groups.seen(now).filter(it -> name == null || it.identifier.equals(Identifiers.fold(name)));
    var page = Page.ofThings(asked, maxRecords, marker);
    if (name != null && page.items().isEmpty()) {
      // The one code for both kinds: so the service's model, of both operations.
      throw new AwsError(
          "DBParameterGroupNotFound", 404, Refusal.notFound(kind, name).getMessage());
    }
    return page;
  }
}
