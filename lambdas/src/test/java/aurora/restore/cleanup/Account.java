package aurora.restore.cleanup;

import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import aurora.restore.audit.Given;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.Ownership;
import aurora.restore.rds.RdsLookup;
import aurora.restore.rds.ResourceLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
            call -> {
              var id =
                  call.<DescribeDbClusterSnapshotsRequest>getArgument(0)
                      .dbClusterSnapshotIdentifier();
              return DescribeDbClusterSnapshotsResponse.builder()
                  .dbClusterSnapshots(
                      snapshots.stream()
                          .filter(it -> id == null || it.dbClusterSnapshotIdentifier().equals(id))
                          .toList())
                  .build();
            })
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

  /**
   * A cluster in the subnet group {@code ours}.
   *
   * @param members the last of them writes
   */
  Account cluster(String id, String status, List<Tag> tags, String... members) {
    return cluster(id, status, tags, it -> {}, members);
  }

  Account cluster(
      String id,
      String status,
      List<Tag> tags,
      Consumer<DBCluster.Builder> more,
      String... members) {
    clusters.add(
        DBCluster.builder()
            .dbClusterIdentifier(id)
            .dbClusterArn("arn:aws:rds:us-west-2:111122223333:cluster:" + id)
            .dbClusterResourceId("cluster-" + id)
            .status(status)
            .tagList(tags)
            .dbSubnetGroup("ours")
            .dbClusterMembers(
                IntStream.range(0, members.length)
                    .mapToObj(
                        i ->
                            DBClusterMember.builder()
                                .dbInstanceIdentifier(members[i])
                                .isClusterWriter(i == members.length - 1)
                                .build())
                    .toList())
            .applyMutation(more)
            .build());
    return this;
  }

  /**
   * @param cluster null: of none
   */
  Account instance(String id, String cluster, List<Tag> tags) {
    return instance(id, cluster, "available", tags);
  }

  Account instance(String id, String cluster, String status, List<Tag> tags) {
    instances.add(
        DBInstance.builder()
            .dbInstanceIdentifier(id)
            .dbInstanceArn("arn:aws:rds:us-west-2:111122223333:db:" + id)
            .dbInstanceStatus(status)
            .dbClusterIdentifier(cluster)
            .tagList(tags)
            .build());
    return this;
  }

  Account snapshot(String id, List<Tag> tags) {
    return snapshot(id, "available", "orders-1", tags);
  }

  Account snapshot(String id, String status, String cluster, List<Tag> tags) {
    snapshots.add(
        DBClusterSnapshot.builder()
            .dbClusterSnapshotIdentifier(id)
            .dbClusterSnapshotArn("arn:aws:rds:us-west-2:111122223333:cluster-snapshot:" + id)
            .dbClusterIdentifier(cluster)
            .dbClusterResourceId("cluster-" + cluster)
            .status(status)
            .tagList(tags)
            .build());
    return this;
  }

  Account subnetGroup(String id, List<Tag> tags) {
    groups.add(DBSubnetGroup.builder().dbSubnetGroupName(id).dbSubnetGroupArn("arn:" + id).build());
    groupTags = tags;
    return this;
  }

  /**
   * A plan that names the cluster {@code orders-1} with {@code i-1} and {@code i-2}, the snapshot
   * {@code copy} and the subnet group {@code ours}.
   *
   * @param more members of its JSON
   */
  static CleanUpPlan plan(String more) {
    return Given.read(
        CleanUpPlan.class,
        """
        {"operation_id": "drill-1", "region": "us-west-2", "found": [], "left_alone": [],
         "named": [{"kind": "instance", "id": "i-1"}, {"kind": "instance", "id": "i-2"},
                   {"kind": "cluster", "id": "orders-1"},
                   {"kind": "cluster-snapshot", "id": "copy"},
                   {"kind": "subnet-group", "id": "ours"}] %s}
        """
            .formatted(more));
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
