package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.operation.Ownership;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Compares what a restore was asked for with what RDS shows at the console. */
final class Asked {
  private final World world;
  private final Execution execution;
  private final JsonNode input;
  private final RdsClient there;
  private final List<String> differences = new ArrayList<>();

  Asked(World world, Execution execution) {
    this.world = world;
    this.execution = execution;
    this.input = execution.input();
    this.there = world.console().rds(input.get("target_region").asText());
  }

  /** Each as a clause; empty where all is as it was asked for. */
  List<String> differences() {
    var arn = execution.output().get("cluster_arn").asText();
    var id = arn.substring(arn.lastIndexOf(':') + 1);
    var cluster =
        there.describeDBClusters(query -> query.dbClusterIdentifier(id)).dbClusters().getFirst();
    compareSnapshot();
    compare(cluster);
    cluster.dbClusterMembers().stream()
        .map(DBClusterMember::dbInstanceIdentifier)
        .forEach(
            member ->
                compare(
                    there
                        .describeDBInstances(query -> query.dbInstanceIdentifier(member))
                        .dbInstances()
                        .getFirst()));
    return differences;
  }

  private void compare(DBCluster cluster) {
    same("instances", input.path("instance_count").asInt(1), cluster.dbClusterMembers().size());
    same(
        "writers",
        1L,
        cluster.dbClusterMembers().stream().filter(DBClusterMember::isClusterWriter).count());
    asked("engine_version", cluster.engineVersion());
    asked("port", cluster.port());
    asked("backup_retention_days", cluster.backupRetentionPeriod());
    asked("iam_authentication", cluster.iamDatabaseAuthenticationEnabled());
    asked("cluster_parameter_group", cluster.dbClusterParameterGroup());
    same(
        "deletion_protection",
        input.path("deletion_protection").asBoolean(),
        cluster.deletionProtection());
    same(
        "security groups",
        texts(input.get("security_group_ids")),
        new TreeSet<>(
            cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .toList()));
    if (input.has("log_exports")) {
      same(
          "log exports",
          texts(input.get("log_exports")),
          new TreeSet<>(cluster.enabledCloudwatchLogsExports()));
    }
    if (input.has("kms_key_id")) {
      var key =
          world
              .kms()
              .find(
                  world.account(),
                  input.get("target_region").asText(),
                  input.get("kms_key_id").asText())
              .orElseThrow();
      same("key", key.arn(), cluster.kmsKeyId());
    }
    if (input.has("max_capacity")) {
      same(
          "most capacity",
          input.get("max_capacity").asDouble(),
          cluster.serverlessV2ScalingConfiguration().maxCapacity());
    }
    if (input.path("manage_master_password").asBoolean()) {
      same("managed password", true, cluster.masterUserSecret() != null);
    }
    tagged("cluster", cluster.tagList());
  }

  private void compare(DBInstance instance) {
    var name = "instance " + instance.dbInstanceIdentifier();
    same(name + "'s status", "available", instance.dbInstanceStatus());
    same(name + " is public", false, instance.publiclyAccessible());
    asked("instance_class", instance.dbInstanceClass());
    if (input.has("instance_parameter_group")) {
      same(
          name + "'s parameter group",
          input.get("instance_parameter_group").asText(),
          instance.dbParameterGroups().getFirst().dbParameterGroupName());
    }
    same(
        name + "'s subnets",
        texts(input.get("subnet_ids")),
        new TreeSet<>(
            instance.dbSubnetGroup().subnets().stream()
                .map(subnet -> subnet.subnetIdentifier())
                .toList()));
    tagged(name, instance.tagList());
  }

  private void tagged(String name, List<Tag> tags) {
    for (var tag : input.path("tags").properties()) {
      same(
          name + "'s tag " + tag.getKey(),
          true,
          tags.stream()
              .anyMatch(
                  it ->
                      it.key().equals(tag.getKey()) && it.value().equals(tag.getValue().asText())));
    }
  }

  /**
   * That of the input, or the newest one of the cluster that the input names, but for those that
   * have a name of the pipeline's.
   */
  private void compareSnapshot() {
    var restored = execution.output().at("/snapshot/arn").asText();
    var named = input.get("snapshot_id").asText();
    if (!named.equals("latest")) {
      same("snapshot", named, restored.substring(restored.length() - named.length()));
      return;
    }
    var source = world.console().rds(input.get("source_region").asText());
    var snapshots =
        source
            .describeDBClusterSnapshotsPaginator(
                query -> query.dbClusterIdentifier(input.get("source_cluster_id").asText()))
            .dbClusterSnapshots()
            .stream()
            .filter(it -> it.status().equals("available"))
            .filter(it -> !it.dbClusterSnapshotIdentifier().startsWith(Ownership.NAME_PREFIX))
            .toList();
    var latest =
        starts()
            .flatMap(start -> newest(snapshots, start).stream())
            .map(DBClusterSnapshot::dbClusterSnapshotArn)
            .toList();
    if (!latest.isEmpty() && !latest.contains(restored)) {
      same("latest snapshot", latest.getLast(), restored);
    }
  }

  /** Of the operation's executions: started again, {@code latest} means what it meant at first. */
  private Stream<Instant> starts() {
    return world.engine().executions().stream()
        .filter(it -> it.machineArn().equals(execution.machineArn()))
        .filter(it -> operation(it).equals(operation(execution)))
        .map(Execution::startDate)
        .filter(start -> !start.isAfter(execution.startDate()));
  }

  private static String operation(Execution execution) {
    return execution.input().path("operation_id").asText(execution.name());
  }

  private static Optional<DBClusterSnapshot> newest(List<DBClusterSnapshot> all, Instant start) {
    return all.stream()
        .filter(it -> it.snapshotCreateTime().isBefore(start))
        .max(Comparator.comparing(DBClusterSnapshot::snapshotCreateTime));
  }

  /** Compares only what the input says. */
  private void asked(String key, Object is) {
    if (input.has(key)) {
      same(key, input.get(key).asText(), String.valueOf(is));
    }
  }

  private void same(String what, Object asked, Object is) {
    if (!asked.equals(is)) {
      differences.add(what + ": " + asked + " was asked for, " + is + " is there");
    }
  }

  private static TreeSet<String> texts(JsonNode list) {
    return new TreeSet<>(
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList());
  }
}
