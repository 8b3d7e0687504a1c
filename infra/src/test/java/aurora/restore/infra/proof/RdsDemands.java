package aurora.restore.infra.proof;

import static aurora.restore.infra.proof.RdsThings.demand;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbMajorEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsRequest;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/**
 * What calls of RDS need leave for: the call itself on each resource that it touches, its dependent
 * actions, and what RDS does with other services in the caller's name (Service Authorization
 * Reference, "Amazon RDS"; Amazon Aurora User Guide, "Password management with Amazon Aurora and
 * AWS Secrets Manager").
 */
record RdsDemands(RdsThings things, MakingDemands making, KeyDemands keys) {
  static RdsDemands of(World world, Caller caller) {
    var things = new RdsThings(world, caller);
    var keys = new KeyDemands(world, caller);
    return new RdsDemands(things, new MakingDemands(things, keys), keys);
  }

  List<Demand> of(String operation, SdkPojo request) {
    return switch (request) {
      case CopyDbClusterSnapshotRequest copy -> making.copy(copy);
      case RestoreDbClusterFromSnapshotRequest restore -> making.restore(restore);
      case CreateDbInstanceRequest create -> making.instance(create);
      case CreateDbSubnetGroupRequest create -> making.subnetGroup(create);
      case CreateDbClusterSnapshotRequest create -> making.snapshot(create);
      case ModifyDbClusterRequest modify -> modify(modify);
      case EnableHttpEndpointRequest enable ->
          List.of(things.asked(operation, enable.resourceArn()));
      case DeleteDbClusterRequest delete -> deleteCluster(delete);
      case DeleteDbInstanceRequest delete ->
          one(operation, RdsKind.INSTANCE, delete.dbInstanceIdentifier());
      case DeleteDbClusterSnapshotRequest delete ->
          one(operation, RdsKind.CLUSTER_SNAPSHOT, delete.dbClusterSnapshotIdentifier());
      case DeleteDbSubnetGroupRequest delete ->
          one(operation, RdsKind.SUBNET_GROUP, delete.dbSubnetGroupName());
      case DescribeDbClusterSnapshotsRequest describe -> describeSnapshots(describe);
      case DescribeDbClustersRequest describe ->
          one(operation, RdsKind.CLUSTER, describe.dbClusterIdentifier());
      case DescribeDbInstancesRequest describe ->
          one(operation, RdsKind.INSTANCE, describe.dbInstanceIdentifier());
      case DescribeDbSubnetGroupsRequest describe ->
          one(operation, RdsKind.SUBNET_GROUP, describe.dbSubnetGroupName());
      case DescribeDbClusterParameterGroupsRequest describe ->
          one(operation, RdsKind.CLUSTER_PARAMETER_GROUP, describe.dbClusterParameterGroupName());
      case DescribeDbParameterGroupsRequest describe ->
          one(operation, RdsKind.INSTANCE_PARAMETER_GROUP, describe.dbParameterGroupName());
      case DescribeGlobalClustersRequest describe ->
          List.of(demand(operation, globalCluster(describe.globalClusterIdentifier())));
      case ListTagsForResourceRequest list -> List.of(demand(operation, list.resourceName()));
      case DescribeAccountAttributesRequest all -> List.of(demand(operation, "*"));
      case DescribeEventsRequest all -> List.of(demand(operation, "*"));
      case DescribeDbEngineVersionsRequest all -> List.of(demand(operation, "*"));
      case DescribeDbMajorEngineVersionsRequest all -> List.of(demand(operation, "*"));
      case DescribeOrderableDbInstanceOptionsRequest all -> List.of(demand(operation, "*"));
      case SdkPojo other -> throw Demands.unknown("rds", operation);
    };
  }

  private List<Demand> one(String operation, RdsKind kind, String identifier) {
    return List.of(things.one(operation, kind, identifier));
  }

  /** What is the instances' too is asked of each. */
  private List<Demand> modify(ModifyDbClusterRequest request) {
    var demands =
        new ArrayList<>(one("ModifyDBCluster", RdsKind.CLUSTER, request.dbClusterIdentifier()));
    if (Boolean.TRUE.equals(request.manageMasterUserPassword())) {
      demands.addAll(managedPassword(things.caller()));
    }
    if (request.databaseInsightsMode() != null) {
      things
          .membersOf(things.arn(RdsKind.CLUSTER, request.dbClusterIdentifier()))
          .forEach(member -> demands.add(things.asked("ModifyDBInstance", member)));
      demands.addAll(keys.grant(request.performanceInsightsKMSKeyId(), things.caller().region()));
    }
    return demands;
  }

  private static List<Demand> managedPassword(Caller caller) {
    var secret =
        "arn:aws:secretsmanager:%s:%s:secret:rds!cluster-minted-by-rds"
            .formatted(caller.region(), caller.account());
    return List.of(
        Demand.of("secretsmanager:CreateSecret", secret),
        Demand.of("secretsmanager:TagResource", secret),
        Demand.of(
            "kms:DescribeKey",
            "arn:aws:kms:%s:%s:key/of-aws-secretsmanager"
                .formatted(caller.region(), caller.account())));
  }

  /** A final snapshot is made in the caller's name, with the cluster's tags. */
  private List<Demand> deleteCluster(DeleteDbClusterRequest request) {
    var operation = "DeleteDBCluster";
    var cluster = things.arn(RdsKind.CLUSTER, request.dbClusterIdentifier());
    var demands = new ArrayList<>(one(operation, RdsKind.CLUSTER, request.dbClusterIdentifier()));
    if (request.finalDBSnapshotIdentifier() != null) {
      var snapshot = things.arn(RdsKind.CLUSTER_SNAPSHOT, request.finalDBSnapshotIdentifier());
      demands.add(demand(operation, snapshot));
      demands.add(demand("CreateDBClusterSnapshot", snapshot));
      demands.add(things.asked("CreateDBClusterSnapshot", cluster));
      demands.add(MakingDemands.inheriting(snapshot));
    }
    return demands;
  }

  /** By its name, or all those of a cluster. */
  private List<Demand> describeSnapshots(DescribeDbClusterSnapshotsRequest request) {
    var operation = "DescribeDBClusterSnapshots";
    var snapshots =
        things.one(operation, RdsKind.CLUSTER_SNAPSHOT, request.dbClusterSnapshotIdentifier());
    return request.dbClusterIdentifier() == null
        ? List.of(snapshots)
        : List.of(snapshots, things.one(operation, RdsKind.CLUSTER, request.dbClusterIdentifier()));
  }

  /** Of no region. */
  private String globalCluster(String identifier) {
    return "arn:aws:rds::%s:global-cluster:%s"
        .formatted(things.caller().account(), Objects.requireNonNullElse(identifier, "*"));
  }
}
