package aurora.restore.infra.proof;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.kms.Key;
import aurora.restore.simulation.rds.Kind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotRequest;
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
import software.amazon.awssdk.services.rds.model.DescribeDbParameterGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeOrderableDbInstanceOptionsRequest;
import software.amazon.awssdk.services.rds.model.EnableHttpEndpointRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * What calls of RDS need leave for: the call itself on each resource that it touches, its dependent
 * actions, and what RDS does with other services in the caller's name (Service Authorization
 * Reference, "Amazon RDS"; Amazon Aurora User Guide, "Encrypting Amazon Aurora resources" and
 * "Password management with Amazon Aurora and AWS Secrets Manager").
 */
record RdsDemands(World world, Caller caller) {
  private static final String REQUEST_TAG = "aws:RequestTag";
  private static final String RESOURCE_TAG = "aws:ResourceTag";

  /** The group that RDS takes where the request names none; its name is RDS's. */
  private static final String DEFAULT = "default.any";

  List<Demand> of(String operation, SdkPojo request) {
    return switch (request) {
      case CopyDbClusterSnapshotRequest copy -> copy(copy);
      case RestoreDbClusterFromSnapshotRequest restore -> restore(restore);
      case CreateDbInstanceRequest create -> createInstance(create);
      case CreateDbSubnetGroupRequest create -> createSubnetGroup(create);
      case ModifyDbClusterRequest modify -> modify(modify);
      case DeleteDbClusterRequest delete -> deleteCluster(delete);
      case DeleteDbInstanceRequest delete ->
          one(operation, Kind.INSTANCE, delete.dbInstanceIdentifier());
      case DeleteDbClusterSnapshotRequest delete ->
          one(operation, Kind.CLUSTER_SNAPSHOT, delete.dbClusterSnapshotIdentifier());
      case DeleteDbSubnetGroupRequest delete ->
          one(operation, Kind.SUBNET_GROUP, delete.dbSubnetGroupName());
      case DescribeDbClusterSnapshotsRequest describe -> describeSnapshots(describe);
      case DescribeDbClustersRequest describe ->
          one(operation, Kind.CLUSTER, describe.dbClusterIdentifier());
      case DescribeDbInstancesRequest describe ->
          one(operation, Kind.INSTANCE, describe.dbInstanceIdentifier());
      case DescribeDbSubnetGroupsRequest describe ->
          one(operation, Kind.SUBNET_GROUP, describe.dbSubnetGroupName());
      case DescribeDbClusterParameterGroupsRequest describe ->
          one(operation, Kind.CLUSTER_PARAMETER_GROUP, describe.dbClusterParameterGroupName());
      case DescribeDbParameterGroupsRequest describe ->
          one(operation, Kind.INSTANCE_PARAMETER_GROUP, describe.dbParameterGroupName());
      case ListTagsForResourceRequest list -> List.of(demand(operation, list.resourceName()));
      case DescribeAccountAttributesRequest all -> List.of(demand(operation, "*"));
      case DescribeEventsRequest all -> List.of(demand(operation, "*"));
      case EnableHttpEndpointRequest enable -> List.of(demand(operation, enable.resourceArn()));
      case DescribeDbEngineVersionsRequest all -> List.of(demand(operation, "*"));
      case DescribeOrderableDbInstanceOptionsRequest all -> List.of(demand(operation, "*"));
      case SdkPojo other -> throw Demands.unknown("rds", operation);
    };
  }

  /**
   * Asked of the target region, on source and target; of a source in another region, that region is
   * asked as well, by the URL that the SDK signs for it.
   */
  private List<Demand> copy(CopyDbClusterSnapshotRequest request) {
    var operation = "CopyDBClusterSnapshot";
    var tags = tags(request.tags());
    var source = arn(Kind.CLUSTER_SNAPSHOT, request.sourceDBClusterSnapshotIdentifier());
    var target = arn(Kind.CLUSTER_SNAPSHOT, request.targetDBClusterSnapshotIdentifier());
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, source).with(REQUEST_TAG, tags));
    demands.add(demand(operation, target).with(REQUEST_TAG, tags));
    demands.add(demand("AddTagsToResource", target).with(REQUEST_TAG, tags));
    var sourceRegion = source.split(":")[3];
    if (!sourceRegion.equals(caller.region())) {
      demands.add(demand("CrossRegionCommunication", "*"));
      demands.add(demand(operation, source).with("aws:RequestedRegion", sourceRegion));
    }
    key(found(source).map(Resource::keyArn).orElse(null), sourceRegion)
        .ifPresent(key -> demands.addAll(reading(key)));
    key(request.kmsKeyId(), caller.region()).ifPresent(key -> demands.addAll(grant(key)));
    return demands;
  }

  /** Aurora restores no instances, and so needs no leave to make them. */
  private List<Demand> restore(RestoreDbClusterFromSnapshotRequest request) {
    var operation = "RestoreDBClusterFromSnapshot";
    var tags = tags(request.tags());
    var cluster = arn(Kind.CLUSTER, request.dbClusterIdentifier());
    var snapshot = arn(Kind.CLUSTER_SNAPSHOT, request.snapshotIdentifier());
    var group = Objects.requireNonNullElse(request.dbClusterParameterGroupName(), DEFAULT);
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, cluster).with(REQUEST_TAG, tags));
    demands.add(demand("AddTagsToResource", cluster).with(REQUEST_TAG, tags));
    for (var used :
        List.of(
            snapshot,
            arn(Kind.SUBNET_GROUP, request.dbSubnetGroupName()),
            arn(Kind.CLUSTER_PARAMETER_GROUP, group),
            optionGroup())) {
      demands.add(demand(operation, used).with(REQUEST_TAG, tags));
    }
    var reference =
        Optional.ofNullable(request.kmsKeyId())
            .or(() -> found(snapshot).map(Resource::keyArn))
            .orElse(null);
    key(reference, caller.region()).ifPresent(key -> demands.addAll(grant(key)));
    return demands;
  }

  private List<Demand> createInstance(CreateDbInstanceRequest request) {
    var operation = "CreateDBInstance";
    var tags = tags(request.tags());
    var instance = arn(Kind.INSTANCE, request.dbInstanceIdentifier());
    var cluster = arn(Kind.CLUSTER, request.dbClusterIdentifier());
    var group = Objects.requireNonNullElse(request.dbParameterGroupName(), DEFAULT);
    var demands = new ArrayList<Demand>();
    demands.add(demand(operation, instance).with(REQUEST_TAG, tags));
    demands.add(demand("AddTagsToResource", instance).with(REQUEST_TAG, tags));
    demands.add(
        demand(operation, cluster).with(REQUEST_TAG, tags).with(RESOURCE_TAG, tagsOf(cluster)));
    for (var used :
        Stream.concat(
                Stream.of(arn(Kind.INSTANCE_PARAMETER_GROUP, group), optionGroup()),
                subnetGroupOf(cluster))
            .toList()) {
      demands.add(demand(operation, used).with(REQUEST_TAG, tags));
    }
    key(found(cluster).map(Resource::keyArn).orElse(null), caller.region())
        .ifPresent(key -> demands.addAll(grant(key)));
    return demands;
  }

  private List<Demand> createSubnetGroup(CreateDbSubnetGroupRequest request) {
    var tags = tags(request.tags());
    var group = arn(Kind.SUBNET_GROUP, request.dbSubnetGroupName());
    return List.of(
        demand("CreateDBSubnetGroup", group).with(REQUEST_TAG, tags),
        demand("AddTagsToResource", group).with(REQUEST_TAG, tags));
  }

  private List<Demand> modify(ModifyDbClusterRequest request) {
    var demands =
        new ArrayList<>(one("ModifyDBCluster", Kind.CLUSTER, request.dbClusterIdentifier()));
    if (Boolean.TRUE.equals(request.manageMasterUserPassword())) {
      var secret =
          "arn:aws:secretsmanager:%s:%s:secret:rds!cluster-minted-by-rds"
              .formatted(caller.region(), caller.account());
      demands.add(Demand.of("secretsmanager:CreateSecret", secret));
      demands.add(Demand.of("secretsmanager:TagResource", secret));
      demands.add(
          Demand.of(
              "kms:DescribeKey",
              "arn:aws:kms:%s:%s:key/of-aws-secretsmanager"
                  .formatted(caller.region(), caller.account())));
    }
    return demands;
  }

  /** A final snapshot is made in the caller's name, with the cluster's tags. */
  private List<Demand> deleteCluster(DeleteDbClusterRequest request) {
    var operation = "DeleteDBCluster";
    var cluster = arn(Kind.CLUSTER, request.dbClusterIdentifier());
    var demands = new ArrayList<>(one(operation, Kind.CLUSTER, request.dbClusterIdentifier()));
    if (request.finalDBSnapshotIdentifier() != null) {
      var snapshot = arn(Kind.CLUSTER_SNAPSHOT, request.finalDBSnapshotIdentifier());
      demands.add(demand(operation, snapshot));
      demands.add(demand("CreateDBClusterSnapshot", snapshot));
      demands.add(demand("CreateDBClusterSnapshot", cluster).with(RESOURCE_TAG, tagsOf(cluster)));
      demands.add(demand("AddTagsToResource", snapshot));
    }
    return demands;
  }

  /** By its name, or all those of a cluster. */
  private List<Demand> describeSnapshots(DescribeDbClusterSnapshotsRequest request) {
    var operation = "DescribeDBClusterSnapshots";
    var snapshots = one(operation, Kind.CLUSTER_SNAPSHOT, request.dbClusterSnapshotIdentifier());
    if (request.dbClusterIdentifier() == null) {
      return snapshots;
    }
    return Stream.concat(
            snapshots.stream(),
            one(operation, Kind.CLUSTER, request.dbClusterIdentifier()).stream())
        .toList();
  }

  /** On one resource, or on all of its kind where the request names none. */
  private List<Demand> one(String operation, Kind kind, String identifier) {
    var arn = arn(kind, Objects.requireNonNullElse(identifier, "*"));
    return List.of(demand(operation, arn).with(RESOURCE_TAG, tagsOf(arn)));
  }

  private static Demand demand(String operation, String arn) {
    return Demand.of("rds:" + operation, arn);
  }

  /**
   * RDS looks at a key and takes a grant on it. A key that AWS manages lets everybody in the
   * account use it through its service, without any policy of theirs.
   */
  private List<Demand> grant(Key key) {
    if (key.manager() == KeyManagerType.AWS) {
      return List.of();
    }
    var through = "rds." + key.region() + ".amazonaws.com";
    return List.of(
        Demand.of("kms:DescribeKey", key.arn()).with("kms:ViaService", through),
        Demand.of("kms:CreateGrant", key.arn())
            .with("kms:ViaService", through)
            .with("kms:GrantIsForAWSResource", "true"));
  }

  /** Of another account's snapshot the data is read in the caller's name. */
  private List<Demand> reading(Key key) {
    if (key.account().equals(caller.account())) {
      return grant(key);
    }
    var use =
        Stream.of(
                "Decrypt",
                "GenerateDataKey",
                "GenerateDataKeyWithoutPlaintext",
                "ReEncryptFrom",
                "ReEncryptTo")
            .map(
                action ->
                    Demand.of("kms:" + action, key.arn())
                        .with("kms:ViaService", "rds." + key.region() + ".amazonaws.com"));
    return Stream.concat(grant(key).stream(), use).toList();
  }

  /** Empty where nothing is encrypted, or where RDS will refuse the key. */
  private Optional<Key> key(String reference, String region) {
    return reference == null
        ? Optional.empty()
        : world.kms().find(caller.account(), region, reference);
  }

  /** The cluster's own, made by the same operation: a member goes where its cluster is. */
  private Stream<String> subnetGroupOf(String clusterArn) {
    var operation = tagsOf(clusterArn).get(Ownership.TAG);
    return world.resources().stream()
        .filter(it -> it.kind() == Kind.SUBNET_GROUP && it.region().equals(caller.region()))
        .filter(it -> operation != null && operation.equals(it.tags().get(Ownership.TAG)))
        .map(Resource::arn);
  }

  private String optionGroup() {
    return "arn:aws:rds:%s:%s:og:default:any".formatted(caller.region(), caller.account());
  }

  private Map<String, String> tagsOf(String arn) {
    return found(arn).map(Resource::tags).orElse(Map.of());
  }

  private Optional<Resource> found(String arn) {
    return world.resources().stream().filter(it -> it.arn().equals(arn)).findFirst();
  }

  /** In the caller's account and region, unless it is an ARN already. */
  private String arn(Kind kind, String identifier) {
    return identifier.startsWith("arn:")
        ? identifier
        : "arn:aws:rds:%s:%s:%s:%s"
            .formatted(caller.region(), caller.account(), kind.arnType(), identifier);
  }

  private static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }
}
