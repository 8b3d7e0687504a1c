package aurora.restore.infra.proof;

import static aurora.restore.infra.proof.RdsThings.demand;
import static aurora.restore.infra.proof.RdsThings.tags;

import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/**
 * What calls of RDS need leave for that make something: the call itself on what is made and on all
 * that it is made with, and the tags of what is made.
 */
record MakingDemands(RdsThings things, KeyDemands keys) {
  private static final String REQUEST_TAG = "aws:RequestTag";
  private static final String FROM_REQUEST = "rds:TagsFromRequest";

  /**
   * Asked of the target region, on source and target; of a source in another region, that region is
   * asked as well, by the URL that the SDK signs for it.
   */
  List<Demand> copy(CopyDbClusterSnapshotRequest request) {
    var operation = "CopyDBClusterSnapshot";
    var tags = tags(request.tags());
    var source = things.arn(RdsKind.CLUSTER_SNAPSHOT, request.sourceDBClusterSnapshotIdentifier());
    var target = things.arn(RdsKind.CLUSTER_SNAPSHOT, request.targetDBClusterSnapshotIdentifier());
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, source).with(REQUEST_TAG, tags));
    demands.add(demand(operation, target).with(REQUEST_TAG, tags));
    demands.add(tagging(target, tags));
    var sourceRegion = source.split(":")[3];
    if (!sourceRegion.equals(region())) {
      demands.add(demand("CrossRegionCommunication", "*"));
      demands.add(demand(operation, source).with("aws:RequestedRegion", sourceRegion));
    }
    demands.addAll(keys.reading(keyOf(source), sourceRegion));
    demands.addAll(keys.grant(request.kmsKeyId(), region()));
    return demands;
  }

  /** Aurora restores no instances, and so needs no leave to make them. */
  List<Demand> restore(RestoreDbClusterFromSnapshotRequest request) {
    var operation = "RestoreDBClusterFromSnapshot";
    var tags = tags(request.tags());
    var cluster = things.arn(RdsKind.CLUSTER, request.dbClusterIdentifier());
    var snapshot = things.arn(RdsKind.CLUSTER_SNAPSHOT, request.snapshotIdentifier());
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, cluster).with(REQUEST_TAG, tags));
    demands.add(tagging(cluster, tags));
    for (var used :
        List.of(
            snapshot,
            things.arn(RdsKind.SUBNET_GROUP, request.dbSubnetGroupName()),
            things.group(RdsKind.CLUSTER_PARAMETER_GROUP, request.dbClusterParameterGroupName()),
            things.optionGroup())) {
      demands.add(demand(operation, used).with(REQUEST_TAG, tags));
    }
    var key = Optional.ofNullable(request.kmsKeyId()).orElseGet(() -> keyOf(snapshot));
    demands.addAll(keys.grant(key, region()));
    return demands;
  }

  /** The role for enhanced monitoring is passed on to the service that it is for. */
  List<Demand> instance(CreateDbInstanceRequest request) {
    var operation = "CreateDBInstance";
    var tags = tags(request.tags());
    var instance = things.arn(RdsKind.INSTANCE, request.dbInstanceIdentifier());
    var cluster = things.arn(RdsKind.CLUSTER, request.dbClusterIdentifier());
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, instance).with(REQUEST_TAG, tags));
    demands.add(tagging(instance, tags));
    demands.add(things.asked(operation, cluster).with(REQUEST_TAG, tags));
    for (var used :
        Stream.concat(
                Stream.of(
                    things.group(RdsKind.INSTANCE_PARAMETER_GROUP, request.dbParameterGroupName()),
                    things.optionGroup()),
                things.subnetGroupOf(cluster))
            .toList()) {
      demands.add(demand(operation, used).with(REQUEST_TAG, tags));
    }
    demands.addAll(keys.grant(keyOf(cluster), region()));
    demands.addAll(keys.grant(request.performanceInsightsKMSKeyId(), region()));
    if (request.monitoringRoleArn() != null) {
      demands.add(
          Demand.of("iam:PassRole", request.monitoringRoleArn())
              .with("iam:PassedToService", "monitoring.rds.amazonaws.com"));
    }
    return demands;
  }

  List<Demand> subnetGroup(CreateDbSubnetGroupRequest request) {
    var tags = tags(request.tags());
    var group = things.arn(RdsKind.SUBNET_GROUP, request.dbSubnetGroupName());
    return List.of(
        demand("CreateDBSubnetGroup", group).with(REQUEST_TAG, tags), tagging(group, tags));
  }

  /** With the tags that the request gives, or that the cluster's are copied to. */
  List<Demand> snapshot(CreateDbClusterSnapshotRequest request) {
    var operation = "CreateDBClusterSnapshot";
    var tags = tags(request.tags());
    var cluster = things.arn(RdsKind.CLUSTER, request.dbClusterIdentifier());
    var snapshot = things.arn(RdsKind.CLUSTER_SNAPSHOT, request.dbClusterSnapshotIdentifier());
    return List.of(
        things.asked(operation, cluster).with(REQUEST_TAG, tags),
        demand(operation, snapshot).with(REQUEST_TAG, tags),
        tags.isEmpty() ? inheriting(snapshot) : tagging(snapshot, tags));
  }

  /** Of what is made with the tags that the request gives, in which case RDS asks for this too. */
  private static Demand tagging(String arn, Map<String, String> tags) {
    return demand("AddTagsToResource", arn).with(FROM_REQUEST, "true").with(REQUEST_TAG, tags);
  }

  /** Of what is made with the tags of what it is made of. */
  static Demand inheriting(String arn) {
    return demand("AddTagsToResource", arn).with(FROM_REQUEST, "false");
  }

  private String keyOf(String arn) {
    return things.found(arn).map(Resource::keyArn).orElse(null);
  }

  private String region() {
    return things.caller().region();
  }
}
