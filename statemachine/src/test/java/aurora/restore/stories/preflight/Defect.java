package aurora.restore.stories.preflight;

import static aurora.restore.stories.preflight.Scene.ACCOUNT;
import static aurora.restore.stories.preflight.Scene.CLUSTER;
import static aurora.restore.stories.preflight.Scene.COPY;
import static aurora.restore.stories.preflight.Scene.EAST;
import static aurora.restore.stories.preflight.Scene.KEY;
import static aurora.restore.stories.preflight.Scene.MYSQL;
import static aurora.restore.stories.preflight.Scene.OTHER_ACCOUNT;
import static aurora.restore.stories.preflight.Scene.VERSION;
import static aurora.restore.stories.preflight.Scene.WEST;
import static aurora.restore.stories.preflight.Scene.ownedBy;

import aurora.restore.simulation.ec2.VpcSubnet;
import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.simulation.rds.Quota;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.SubnetState;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** Worlds with exactly one defect each, and what an operator reads of it. */
enum Defect {
  SNAPSHOT_STILL_CREATING(
      () -> changed(it -> it.source().snapshotEntersStatus("orders-2026-11-22", "creating")),
      "snapshot_id: snapshot orders-2026-11-22 is creating; wait until it is available, or name"
          + " another"),
  SNAPSHOT_TOO_OLD(
      () -> Scene.of(it -> it.put("max_snapshot_age_hours", 5)),
      "max_snapshot_age_hours: snapshot orders-2026-11-22 is 6 hours old, older than 5; name a"
          + " younger snapshot or allow an older one"),
  KEY_LEFT_OUT(
      () -> Scene.encrypted().asking(it -> it.remove("kms_key_id")),
      "kms_key_id: is missing, and snapshot orders-2026-11-22 is encrypted: its copy in us-west-2"
          + " needs a key of that region; name one"),
  KEY_UNKNOWN(
      () -> Scene.encrypted().asking(it -> it.put("kms_key_id", "alias/typo")),
      "kms_key_id: no key alias/typo in us-west-2 that account 111122223333 may use; name a key of"
          + " the target region"),
  KEY_FOR_SIGNATURES(
      () -> encrypted(it -> targetKey(it).kind(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY)),
      "kms_key_id: key "
          + KEY
          + " in us-west-2 is a RSA_2048 key for SIGN_VERIFY; name a symmetric encryption key"
          + " (SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT)"),
  KEY_OF_ANOTHER_ACCOUNT_THAT_AWS_MANAGES(
      Defect::foreignManagedTargetKey,
      "that account 111122223333 may use; name a key of the target region, or have its policy"
          + " admit this account"),
  SOURCE_UNDER_ANOTHER_ACCOUNTS_MANAGED_KEY(
      Defect::foreignManagedSourceKey,
      "or it is that account's own aws/rds key; have account 444455556666 copy it under a customer"
          + " key whose policy admits account 111122223333, share that copy, and name it"),
  VERSION_NOT_OFFERED(
      () -> changed(it -> it.target().withoutEngineVersion(MYSQL, VERSION)),
      "engine_version: aurora-mysql 8.0.mysql_aurora.3.08.0, the snapshot's version, isn't offered"
          + " in us-west-2; name an engine_version that is: 8.0.mysql_aurora.3.08.1"),
  VERSION_LOWER(
      () -> Scene.of(it -> it.put("engine_version", "8.0.mysql_aurora.3.04.0")),
      "engine_version: 8.0.mysql_aurora.3.04.0 is lower than 8.0.mysql_aurora.3.08.0 of the"
          + " snapshot; leave it out, or name a higher one"),
  VERSION_NO_UPGRADE_TARGET(
      () ->
          Scene.of(it -> it.put("engine_version", "8.0.mysql_aurora.3.10.0"))
              .with(it -> it.target().withoutUpgrade(MYSQL, VERSION, "8.0.mysql_aurora.3.10.0")),
      "engine_version: 8.0.mysql_aurora.3.08.0 of the snapshot can't be upgraded to"
          + " 8.0.mysql_aurora.3.10.0; leave it out, or name one of 8.0.mysql_aurora.3.08.1"),
  CLASS_NOT_ORDERABLE(
      () ->
          Scene.of(it -> it.put("instance_class", "db.r8g.large"))
              .with(it -> it.target().withoutClass("db.r8g.large")),
      "instance_class: db.r8g.large can't be ordered in us-west-2 for the engine's version; name"
          + " another, or another engine_version"),
  CLASS_IN_NO_ZONE_OF_THE_SUBNETS(
      () -> changed(it -> it.target().instanceClass("db.r6g.large", List.of("us-west-2d"))),
      "instance_class: db.r6g.large can be had in us-west-2d alone, and subnet_ids are in"
          + " us-west-2a, us-west-2b, us-west-2c; name another class, or subnet_ids in those"
          + " zones"),
  CAPACITY_TOO_LOW(
      () -> olderVersionWithCapacities(0, 64),
      "min_capacity: 0.0 is below the least that aurora-mysql 8.0.mysql_aurora.3.04.0 has, 0.5;"
          + " raise it to 0.5, or name a later engine_version"),
  CAPACITY_TOO_HIGH(
      () -> olderVersionWithCapacities(1, 256),
      "max_capacity: 256.0 is above the most that aurora-mysql 8.0.mysql_aurora.3.04.0 has, 128.0;"
          + " lower it to 128.0, or name a later engine_version"),
  LOG_UNKNOWN_TO_THE_ENGINE(
      () -> Scene.of(it -> it.putArray("log_exports").add("error").add("postgresql")),
      "log_exports: aurora-mysql 8.0.mysql_aurora.3.08.0 doesn't export postgresql; name any of"
          + " audit, error"),
  SUBNETS_MISSING(
      () -> Scene.of().asking(it -> subnets(it, "subnet-1", "subnet-2", "subnet-8", "subnet-9")),
      "subnet_ids: subnet-8, subnet-9 don't exist in us-west-2; name those of vpc-1 in the target"
          + " region"),
  SUBNET_OF_ANOTHER_VPC(
      () ->
          Scene.of()
              .with(
                  it ->
                      it.world().ec2().vpc(ACCOUNT, WEST, "vpc-2").subnet("subnet-8", "us-west-2b"))
              .asking(it -> subnets(it, "subnet-1", "subnet-2", "subnet-8")),
      "subnet_ids: subnet-8 is in vpc-2, not in vpc_id vpc-1; name those of one VPC, or change"
          + " vpc_id"),
  SUBNET_PENDING(
      () -> changed(it -> subnet(it, "subnet-2").state(SubnetState.PENDING)),
      "subnet_ids: subnet-2 is pending; name subnets that are available"),
  SUBNETS_IN_ONE_ZONE(
      () ->
          Scene.of()
              .with(
                  it ->
                      it.world()
                          .ec2()
                          .vpc(ACCOUNT, WEST, "vpc-2")
                          .subnet("subnet-8", "us-west-2b")
                          .subnet("subnet-9", "us-west-2b")
                          .securityGroup("sg-2"))
              .asking(it -> subnets(it.put("vpc_id", "vpc-2"), "subnet-8", "subnet-9"))
              .asking(it -> it.putArray("security_group_ids").add("sg-2")),
      "subnet_ids: those that can be used are all in zone us-west-2b; name available subnets of"
          + " vpc-2 in two zones or more"),
  SUBNET_FULL(
      () -> changed(it -> fill(it, "subnet-3", 0)),
      "subnet_ids: subnet-3 has no free address; free addresses in it or name a larger subnet"),
  SUBNETS_TOO_SMALL(
      () ->
          Scene.of(it -> it.put("instance_count", 4))
              .with(
                  it -> List.of("subnet-1", "subnet-2", "subnet-3").forEach(id -> fill(it, id, 2))),
      "subnet_ids: together they have 6 free addresses, and 7 are needed: one for each instance"
          + " and one in each subnet for recovery; free addresses, name larger subnets, or lower"
          + " instance_count"),
  SECURITY_GROUP_MISSING(
      () -> Scene.of().asking(it -> it.withArray("security_group_ids").add("sg-9")),
      "security_group_ids: sg-9 doesn't exist in us-west-2; name those of vpc-1 in the target"
          + " region"),
  SECURITY_GROUP_OF_ANOTHER_VPC(
      () ->
          Scene.of()
              .with(it -> it.world().ec2().vpc(ACCOUNT, WEST, "vpc-2").securityGroup("sg-2"))
              .asking(it -> it.withArray("security_group_ids").add("sg-2")),
      "security_group_ids: sg-2 is in vpc-2, not in vpc_id vpc-1; name those of one VPC, or change"
          + " vpc_id"),
  CLUSTER_PARAMETER_GROUP_MISSING(
      () -> Scene.of().asking(it -> it.put("cluster_parameter_group", "mine")),
      "cluster_parameter_group: no group mine in us-west-2; name one of the target region, or"
          + " leave it out to have the engine's default"),
  CLUSTER_PARAMETER_GROUP_OF_ANOTHER_FAMILY(
      () ->
          Scene.of()
              .with(it -> it.target().clusterParameterGroup("mine", "aurora-postgresql16"))
              .asking(it -> it.put("cluster_parameter_group", "mine")),
      "cluster_parameter_group: group mine is of family aurora-postgresql16, and the engine's"
          + " version needs aurora-mysql8.0; name a group of that family"),
  INSTANCE_PARAMETER_GROUP_MISSING(
      () -> Scene.of().asking(it -> it.put("instance_parameter_group", "mine")),
      "instance_parameter_group: no group mine in us-west-2; name one of the target region"),
  INSTANCE_PARAMETER_GROUP_OF_ANOTHER_FAMILY(
      () ->
          Scene.of()
              .with(it -> it.target().instanceParameterGroup("mine", "aurora-mysql5.7"))
              .asking(it -> it.put("instance_parameter_group", "mine")),
      "instance_parameter_group: group mine is of family aurora-mysql5.7, and the engine's version"
          + " needs aurora-mysql8.0; name a group of that family"),
  COPY_OF_ANOTHER_OPERATION(
      () ->
          changed(
              it ->
                  it.target()
                      .snapshot(COPY)
                      .engine(MYSQL, VERSION)
                      .unencrypted()
                      .tag("aurora-restore:operation-id", "drill-0")
                      .exists()),
      "operation_id: snapshot aurora-restore-drill-1 in us-west-2 is taken: it exists already and"
          + " belongs to operation drill-0; start with another operation_id, or delete it if it is"
          + " yours to delete"),
  SUBNET_GROUP_OF_NOBODY(
      () -> changed(it -> it.target().subnetGroup(COPY, List.of("subnet-1", "subnet-2"), Map.of())),
      "operation_id: subnet group aurora-restore-drill-1 in us-west-2 is taken: it exists already"
          + " and no operation made it (it has no tag aurora-restore:operation-id); start with"
          + " another operation_id"),
  CLUSTER_OF_ANOTHER_OPERATION(
      () ->
          changed(
              it ->
                  it.target()
                      .cluster(CLUSTER)
                      .engine(MYSQL, VERSION)
                      .tag("aurora-restore:operation-id", "drill-0")
                      .exists()),
      "cluster_id: cluster orders-drill-1 in us-west-2 is taken: it exists already and belongs to"
          + " operation drill-0; start with another cluster_id or operation_id"),
  CLUSTER_OF_OURS_THAT_IS_BROKEN(
      () ->
          changed(
              it -> {
                it.target()
                    .cluster(CLUSTER)
                    .engine(MYSQL, VERSION)
                    .tag("aurora-restore:operation-id", "drill-1")
                    .exists();
                it.target().clusterEntersStatus(CLUSTER, "migration-failed");
              }),
      "cluster_id: cluster orders-drill-1 is left from an earlier execution of operation drill-1"
          + " and is migration-failed; have the operation cleaned up first, or start with another"
          + " operation_id"),
  INSTANCE_OF_ANOTHER_CLUSTER(
      () ->
          changed(
              it ->
                  it.target()
                      .cluster("unrelated")
                      .engine(MYSQL, VERSION)
                      .instance(CLUSTER + "-1", "db.r6g.large", ownedBy("drill-0"))
                      .exists()),
      "cluster_id: instance orders-drill-1-1 in us-west-2 is taken: it exists already and belongs"
          + " to operation drill-0; start with another cluster_id or operation_id"),
  SNAPSHOT_QUOTA_USED_UP(
      () -> changed(it -> it.target().used(Quota.MANUAL_CLUSTER_SNAPSHOTS, 100)),
      "target_region: quota ManualClusterSnapshots of us-west-2 has 100 of 100 used, and 1 more is"
          + " needed; delete manual cluster snapshots that aren't needed or have the quota raised"),
  SUBNET_GROUP_QUOTA_USED_UP(
      () -> changed(it -> it.target().used(Quota.SUBNET_GROUPS, 50)),
      "target_region: quota DBSubnetGroups of us-west-2 has 50 of 50 used, and 1 more is needed"),
  CLUSTER_QUOTA_USED_UP(
      () -> changed(it -> it.target().used(Quota.CLUSTERS, 40)),
      "target_region: quota DBClusters of us-west-2 has 40 of 40 used, and 1 more is needed"),
  INSTANCE_QUOTA_TOO_SMALL(
      () ->
          Scene.of(it -> it.put("instance_count", 3))
              .with(it -> it.target().used(Quota.INSTANCES, 38)),
      "instance_count: quota DBInstances of us-west-2 has 38 of 40 used, and 3 more are needed;"
          + " delete DB instances that aren't needed or have the quota raised, or lower"
          + " instance_count");

  private final Supplier<Scene> scene;
  private final String told;

  Defect(Supplier<Scene> scene, String told) {
    this.scene = scene;
    this.told = told;
  }

  Scene scene() {
    return scene.get();
  }

  /** Key, problem and remedy, as the operator reads them. */
  String summary() {
    return told;
  }

  private static Scene changed(Consumer<Scene> change) {
    return Scene.of().with(change);
  }

  private static Scene encrypted(Consumer<Scene> change) {
    return Scene.encrypted().with(change);
  }

  private static KmsKey targetKey(Scene scene) {
    return scene.world().kms().find(ACCOUNT, WEST, KEY).orElseThrow();
  }

  private static Scene foreignManagedTargetKey() {
    var scene = Scene.encrypted();
    var key = scene.world().kms().key(OTHER_ACCOUNT, WEST).awsManaged();
    return scene.asking(it -> it.put("kms_key_id", key.arn()));
  }

  /** AWS wouldn't let it be shared in the first place; a key's policy may change later, though. */
  private static Scene foreignManagedSourceKey() {
    var arn = "arn:aws:rds:us-east-1:" + OTHER_ACCOUNT + ":cluster-snapshot:orders-2026-11-22";
    var scene = Scene.of(it -> it.put("snapshot_id", arn).put("kms_key_id", KEY));
    scene
        .world()
        .kms()
        .find(
            ACCOUNT,
            EAST,
            "arn:aws:kms:us-east-1:" + OTHER_ACCOUNT + ":key/5ce0a1b2-0000-4000-8000-00000000abcd")
        .orElseThrow()
        .awsManaged();
    return scene;
  }

  private static Scene olderVersionWithCapacities(double min, double max) {
    var scene = Scene.of(it -> it.put("min_capacity", min).put("max_capacity", max));
    scene
        .source()
        .snapshot("older")
        .of("orders")
        .engine(MYSQL, "8.0.mysql_aurora.3.04.0")
        .unencrypted()
        .exists();
    return scene.asking(it -> it.put("snapshot_id", "older"));
  }

  private static void subnets(ObjectNode input, String... ids) {
    var array = input.putArray("subnet_ids");
    for (var id : ids) {
      array.add(id);
    }
  }

  private static VpcSubnet subnet(Scene scene, String id) {
    return scene.world().ec2().subnet(ACCOUNT, WEST, id).orElseThrow();
  }

  /** Others move in until so many addresses are left. */
  private static void fill(Scene scene, String id, int left) {
    var subnet = subnet(scene, id);
    while (subnet.freeAddresses() > left) {
      subnet.take();
    }
  }
}
