package aurora.restore.cleanup;

import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import aurora.restore.operation.Ownership;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/** What RDS shows of an account: whatever a test puts there. */
final class Account {
  static final String OPERATION = "drill-1";
  static final String EXECUTION = "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1";
  static final String EARLIER = "arn:aws:states:us-west-2:111122223333:execution:restore:drill-0";

  final RdsClient rds = mock(RdsClient.class, CALLS_REAL_METHODS);
  private final List<DBCluster> clusters = new ArrayList<>();
  private final List<DBInstance> instances = new ArrayList<>();
  private final List<DBClusterSnapshot> snapshots = new ArrayList<>();
  private final List<DBSubnetGroup> groups = new ArrayList<>();
  private List<Tag> groupTags = List.of();

  Account() {
    doAnswer(
            call -> {
              var id = call.<DescribeDbClustersRequest>getArgument(0).dbClusterIdentifier();
              return DescribeDbClustersResponse.builder()
                  .dbClusters(
                      clusters.stream()
                          .filter(it -> id == null || it.dbClusterIdentifier().equals(id))
                          .toList())
                  .build();
            })
        .when(rds)
        .describeDBClusters(any(DescribeDbClustersRequest.class));
    doAnswer(
            call -> {
              var id = call.<DescribeDbInstancesRequest>getArgument(0).dbInstanceIdentifier();
              return DescribeDbInstancesResponse.builder()
                  .dbInstances(
                      instances.stream()
                          .filter(it -> id == null || it.dbInstanceIdentifier().equals(id))
                          .toList())
                  .build();
            })
        .when(rds)
        .describeDBInstances(any(DescribeDbInstancesRequest.class));
    doAnswer(
            call ->
                DescribeDbClusterSnapshotsResponse.builder().dbClusterSnapshots(snapshots).build())
        .when(rds)
        .describeDBClusterSnapshots(any(DescribeDbClusterSnapshotsRequest.class));
    doAnswer(call -> DescribeDbSubnetGroupsResponse.builder().dbSubnetGroups(groups).build())
        .when(rds)
        .describeDBSubnetGroups(any(DescribeDbSubnetGroupsRequest.class));
    doAnswer(call -> ListTagsForResourceResponse.builder().tagList(groupTags).build())
        .when(rds)
        .listTagsForResource(any(ListTagsForResourceRequest.class));
  }

  ResourceLookup looks() {
    return new ResourceLookup(new RdsLookup(rds));
  }

  /** A cluster in the subnet group {@code ours}. */
  Account cluster(String id, String status, List<Tag> tags, String... members) {
    clusters.add(
        DBCluster.builder()
            .dbClusterIdentifier(id)
            .status(status)
            .tagList(tags)
            .dbSubnetGroup("ours")
            .dbClusterMembers(
                List.of(members).stream()
                    .map(it -> DBClusterMember.builder().dbInstanceIdentifier(it).build())
                    .toList())
            .build());
    return this;
  }

  /**
   * @param cluster null: of none
   */
  Account instance(String id, String cluster, List<Tag> tags) {
    instances.add(
        DBInstance.builder()
            .dbInstanceIdentifier(id)
            .dbInstanceStatus("available")
            .dbClusterIdentifier(cluster)
            .tagList(tags)
            .build());
    return this;
  }

  Account snapshot(String id, List<Tag> tags) {
    snapshots.add(
        DBClusterSnapshot.builder()
            .dbClusterSnapshotIdentifier(id)
            .status("available")
            .tagList(tags)
            .build());
    return this;
  }

  Account subnetGroup(String id, List<Tag> tags) {
    groups.add(DBSubnetGroup.builder().dbSubnetGroupName(id).build());
    groupTags = tags;
    return this;
  }

  /** The tags of what an execution of the operation made. */
  static List<Tag> madeBy(String execution) {
    return tags(Ownership.TAG, OPERATION, Ownership.EXECUTION_TAG, execution);
  }

  static List<Tag> tags(String... namesAndValues) {
    var tags = new ArrayList<Tag>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      tags.add(Tag.builder().key(namesAndValues[i]).value(namesAndValues[i + 1]).build());
    }
    return tags;
  }

  static List<Tag> handsOff() {
    var tags = new ArrayList<>(madeBy(EXECUTION));
    tags.addAll(tags(Ownership.HANDS_OFF_TAG, ""));
    return tags;
  }
}
