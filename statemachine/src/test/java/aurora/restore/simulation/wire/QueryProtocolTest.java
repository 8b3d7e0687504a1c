package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;
import software.amazon.awssdk.services.rds.model.SourceType;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class QueryProtocolTest {
  private final List<Object> arrived = new ArrayList<>();

  @Test
  void restoreRequestArrivesAsItWasBuilt() {
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<RestoreDbClusterFromSnapshotRequest, RestoreDbClusterFromSnapshotResponse>on(
                "RestoreDBClusterFromSnapshot",
                RestoreDbClusterFromSnapshotRequest::builder,
                (caller, request) -> {
                  arrived.add(request);
                  return RestoreDbClusterFromSnapshotResponse.builder().build();
                });
    var request =
        RestoreDbClusterFromSnapshotRequest.builder()
            .dbClusterIdentifier("orders-2")
            .snapshotIdentifier("orders & <more> \"ünïcode\" 100%+1")
            .engine("aurora-postgresql")
            .port(5433)
            .backtrackWindow(72L)
            .deletionProtection(true)
            .copyTagsToSnapshot(false)
            .vpcSecurityGroupIds("sg-1", "sg-2")
            .enableCloudwatchLogsExports("postgresql")
            .tags(tag("operation_id", "op-1"), tag("empty", ""))
            .serverlessV2ScalingConfiguration(s -> s.minCapacity(0.5).maxCapacity(16.0))
            .build();

    Bench.with(rds).client(RdsClient.builder()).restoreDBClusterFromSnapshot(request);

    assertThat(arrived).containsExactly(request);
  }

  @Test
  void moreThanNineTagsArriveInTheirOrder() {
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<AddTagsToResourceRequest, AddTagsToResourceResponse>on(
                "AddTagsToResource",
                AddTagsToResourceRequest::builder,
                (caller, request) -> {
                  arrived.add(request);
                  return AddTagsToResourceResponse.builder().build();
                });
    var tags = new ArrayList<Tag>();
    for (var i = 0; i < 23; i++) {
      tags.add(tag("key" + i, "value" + i));
    }
    var request =
        AddTagsToResourceRequest.builder().resourceName("arn:aws:rds:x").tags(tags).build();

    var response = Bench.with(rds).client(RdsClient.builder()).addTagsToResource(request);

    assertThat(arrived).containsExactly(request);
    assertThat(response.responseMetadata().requestId()).hasSize(36);
  }

  @Test
  void emptyListsArriveAsEmptyAndInstantsToTheMillisecond() {
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<DescribeEventsRequest, DescribeEventsResponse>on(
                "DescribeEvents",
                DescribeEventsRequest::builder,
                (caller, request) -> {
                  arrived.add(request);
                  return DescribeEventsResponse.builder().build();
                });
    var request =
        DescribeEventsRequest.builder()
            .sourceType(SourceType.DB_CLUSTER)
            .startTime(Instant.parse("2026-11-20T01:02:03.456Z"))
            .eventCategories(List.of())
            .filters(
                Filter.builder().name("a").values("1", "2").build(),
                Filter.builder().name("b").values("3").build())
            .build();

    Bench.with(rds).client(RdsClient.builder()).describeEvents(request);

    assertThat(arrived).containsExactly(request);
    assertThat(((DescribeEventsRequest) arrived.getFirst()).hasEventCategories()).isTrue();
  }

  @Test
  void clusterIsAnsweredWithItsMembersAndTags() {
    var cluster =
        DBCluster.builder()
            .dbClusterIdentifier("orders")
            .status("available <&> \"done\"")
            .clusterCreateTime(Instant.parse("2026-11-20T01:02:03.456Z"))
            .multiAZ(false)
            .storageEncrypted(true)
            .port(3306)
            .backtrackWindow(0L)
            .availabilityZones("us-west-2a", "us-west-2b")
            .dbClusterMembers(
                DBClusterMember.builder().dbInstanceIdentifier("w").isClusterWriter(true).build(),
                DBClusterMember.builder().dbInstanceIdentifier("r").isClusterWriter(false).build())
            .vpcSecurityGroups(
                VpcSecurityGroupMembership.builder()
                    .vpcSecurityGroupId("sg-1")
                    .status("active")
                    .build())
            .tagList(tag("a", "1"), tag("b", "2"))
            .enabledCloudwatchLogsExports(List.of())
            .serverlessV2ScalingConfiguration(s -> s.minCapacity(0.0).maxCapacity(8.5))
            .build();
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<DescribeDbClustersRequest, DescribeDbClustersResponse>on(
                "DescribeDBClusters",
                DescribeDbClustersRequest::builder,
                (caller, request) ->
                    DescribeDbClustersResponse.builder().dbClusters(cluster).build());

    var answered = Bench.with(rds).client(RdsClient.builder()).describeDBClusters();

    assertThat(answered.dbClusters()).containsExactly(cluster);
    assertThat(answered.dbClusters().getFirst().hasAssociatedRoles()).isFalse();
  }

  @Test
  void subnetGroupIsAnsweredWithTheZonesOfItsSubnets() {
    var expected =
        DBSubnetGroup.builder()
            .dbSubnetGroupName("dr")
            .vpcId("vpc-1")
            .subnets(subnet("subnet-1", "us-west-2a"), subnet("subnet-2", "us-west-2b"))
            .build();
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<DescribeDbSubnetGroupsRequest, DescribeDbSubnetGroupsResponse>on(
                "DescribeDBSubnetGroups",
                DescribeDbSubnetGroupsRequest::builder,
                (caller, request) ->
                    DescribeDbSubnetGroupsResponse.builder().dbSubnetGroups(expected).build());

    var answered = Bench.with(rds).client(RdsClient.builder()).describeDBSubnetGroups();

    assertThat(answered.dbSubnetGroups()).containsExactly(expected);
  }

  private static Subnet subnet(String id, String zone) {
    return Subnet.builder()
        .subnetIdentifier(id)
        .subnetAvailabilityZone(z -> z.name(zone))
        .subnetStatus("Active")
        .build();
  }

  @Test
  void paginatorFollowsTheMarkerToTheLastPage() {
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<DescribeDbClusterSnapshotsRequest, DescribeDbClusterSnapshotsResponse>on(
                "DescribeDBClusterSnapshots",
                DescribeDbClusterSnapshotsRequest::builder,
                (caller, request) -> page(request));

    var all =
        Bench.with(rds)
            .client(RdsClient.builder())
            .describeDBClusterSnapshotsPaginator(r -> r.maxRecords(20).includeShared(true));

    assertThat(all.dbClusterSnapshots())
        .extracting(s -> s.dbClusterSnapshotIdentifier())
        .containsExactly("snapshot-0", "snapshot-1", "snapshot-2");
  }

  private static DescribeDbClusterSnapshotsResponse page(
      DescribeDbClusterSnapshotsRequest request) {
    assertThat(request.maxRecords()).isEqualTo(20);
    assertThat(request.includeShared()).isTrue();
    var number = request.marker() == null ? 0 : Integer.parseInt(request.marker());
    return DescribeDbClusterSnapshotsResponse.builder()
        .dbClusterSnapshots(
            DBClusterSnapshot.builder().dbClusterSnapshotIdentifier("snapshot-" + number).build())
        .marker(number == 2 ? null : Integer.toString(number + 1))
        .build();
  }

  @Test
  void copyFromAnotherRegionIsPresignedOffline() {
    var callers = new ArrayList<Caller>();
    var rds =
        new Service("rds", Service.Protocol.QUERY)
            .<CopyDbClusterSnapshotRequest, CopyDbClusterSnapshotResponse>on(
                "CopyDBClusterSnapshot",
                CopyDbClusterSnapshotRequest::builder,
                (caller, request) -> {
                  callers.add(caller);
                  arrived.add(request);
                  return CopyDbClusterSnapshotResponse.builder()
                      .dbClusterSnapshot(s -> s.status("copying").percentProgress(0))
                      .build();
                });

    var answered =
        Bench.with(rds)
            .client(RdsClient.builder())
            .copyDBClusterSnapshot(
                r ->
                    r.sourceDBClusterSnapshotIdentifier(
                            "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly")
                        .targetDBClusterSnapshotIdentifier("nightly-copy")
                        .kmsKeyId("alias/dr")
                        .sourceRegion("us-east-1")
                        .tags(tag("operation_id", "op-1")));

    assertThat(answered.dbClusterSnapshot().status()).isEqualTo("copying");
    assertThat(callers).containsExactly(new Caller("123456789012", "us-west-2", "CopySnapshot"));
    var request = (CopyDbClusterSnapshotRequest) arrived.getFirst();
    assertThat(request.sourceRegion()).isNull();
    assertThat(request.preSignedUrl())
        .startsWith("https://rds.us-east-1.amazonaws.com")
        .contains("DestinationRegion=us-west-2");
  }

  @Test
  void notificationArrivesWithSubjectAndAttributes() {
    var sns =
        new Service("sns", Service.Protocol.QUERY)
            .<PublishRequest, PublishResponse>on(
                "Publish",
                PublishRequest::builder,
                (caller, request) -> {
                  arrived.add(request);
                  return PublishResponse.builder().messageId("m-1").build();
                });
    var request =
        PublishRequest.builder()
            .topicArn("arn:aws:sns:us-west-2:123456789012:restores")
            .subject("Restore of orders: started")
            .message("line one\nline two = 100 % & more")
            .messageAttributes(Map.of("event", attribute("STARTED"), "severity", attribute("INFO")))
            .build();

    var answered = Bench.with(sns).client(SnsClient.builder()).publish(request);

    assertThat(answered.messageId()).isEqualTo("m-1");
    assertThat(arrived).containsExactly(request);
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
