package aurora.restore.simulation.model;

import aurora.restore.edge.Json;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.SourceType;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * What the simulation answers in the situations that the examples show. Each has a world of its
 * own, with a cluster, its snapshots, a key and a network.
 */
final class Situations implements AutoCloseable {
  private static final String REGION = "us-west-2";
  private static final String ENGINE = "aurora-postgresql";
  private static final String VERSION = "16.4";
  private static final String SNAPSHOT = "orders-1";
  private static final String AUTOMATED = "rds:orders-2026-11-22-03-10";
  private static final String SUBNETS = "orders-subnets";
  private static final String GROUP = "sg-0a1b2c3d4e5f60718";
  private static final String ROLE = "arn:aws:iam::111122223333:role/rds-monitoring-role";
  private static final String INPUT =
      """
      {"snapshot_id": "latest", "source_cluster_id": "payments", "source_region": "us-west-2",
       "target_region": "us-west-2", "vpc_id": "vpc-0a1b2c3d4e5f60718",
       "subnet_ids": ["subnet-01a", "subnet-01b"],
       "security_group_ids": ["sg-0a1b2c3d4e5f60718"]}
      """;

  private final World world;
  private final RdsClient rds;
  private final String keyArn;

  private Situations() {
    world = World.of(input(), 1);
    rds = world.console().rds(REGION);
    keyArn = world.kms().key(world.account(), REGION).alias("alias/dr").arn();
    var region = world.rds(REGION);
    region.subnetGroup(SUBNETS, List.of("subnet-01a", "subnet-01b"), Map.of());
    region
        .cluster("orders")
        .engine(ENGINE, VERSION)
        .network(SUBNETS, List.of(GROUP))
        .encryptedWith(keyArn)
        .instance("orders-1", "db.r6g.large")
        .exists();
    for (var snapshot : List.of(SNAPSHOT, AUTOMATED)) {
      region.snapshot(snapshot).of("orders").engine(ENGINE, VERSION).encryptedWith(keyArn).exists();
    }
  }

  private static JsonNode input() {
    try {
      return Json.MAPPER.readTree(INPUT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the input is JSON", e);
    }
  }

  /**
   * @param situation as the examples call it
   * @throws IllegalArgumentException for one that isn't simulated
   */
  static JsonNode answer(String situation) {
    try (var here = new Situations()) {
      here.prepare(situation);
      return Overheard.answerTo(() -> here.ask(situation));
    }
  }

  private void prepare(String situation) {
    switch (situation) {
      case "a deleted cluster" -> withoutInstance();
      case "a cluster that starts" -> stopped();
      case "a deleted snapshot" -> passHours(1);
      case "an available writer under monitoring" -> monitored();
      case "an available cluster that exports logs" -> exporting();
      case "a new Serverless cluster with a managed password" -> serverless();
      case "a cluster of optimized I/O" -> optimized();
      case "a new writer" -> restoredAndAvailable();
      case "an event" -> world.rds(REGION).snapshotEvent(SNAPSHOT, "Finished");
      case "a global database", "a cluster out of its global database" ->
          world.rds(REGION).ties("orders", ties -> ties.primaryOf("orders-global"));
      case "a cluster parameter group" ->
          world.rds(REGION).clusterParameterGroup("orders-pg", "aurora-postgresql16");
      case "a parameter group" ->
          world.rds(REGION).instanceParameterGroup("orders-pg", "aurora-postgresql16");
      default -> {} // the world is as it has to be
    }
  }

  private void ask(String situation) {
    switch (situation) {
      case "a manual snapshot" ->
          rds.describeDBClusterSnapshots(it -> it.dbClusterSnapshotIdentifier(SNAPSHOT));
      case "an automated snapshot", "an automated snapshot of 2022" ->
          rds.describeDBClusterSnapshots(
              it -> it.dbClusterSnapshotIdentifier(AUTOMATED).snapshotType("automated"));
      case "a copy in the same region" ->
          rds.copyDBClusterSnapshot(
              it ->
                  it.sourceDBClusterSnapshotIdentifier(SNAPSHOT)
                      .targetDBClusterSnapshotIdentifier("orders-copy"));
      case "a snapshot being taken" ->
          rds.createDBClusterSnapshot(
              it -> it.dbClusterIdentifier("orders").dbClusterSnapshotIdentifier("orders-new"));
      case "a deleted snapshot" ->
          rds.deleteDBClusterSnapshot(it -> it.dbClusterSnapshotIdentifier(SNAPSHOT));
      case "a cluster with instances" ->
          rds.describeDBClusters(it -> it.dbClusterIdentifier("orders"));
      case "a restored cluster" -> restore();
      case "an available cluster that exports logs",
          "a cluster of optimized I/O",
          "a new Serverless cluster with a managed password" ->
          rds.describeDBClusters(it -> it.dbClusterIdentifier("restored"));
      case "a modified cluster" ->
          rds.modifyDBCluster(
              it ->
                  it.dbClusterIdentifier("orders")
                      .backupRetentionPeriod(14)
                      .applyImmediately(true));
      case "a deleted cluster" ->
          rds.deleteDBCluster(it -> it.dbClusterIdentifier("orders").skipFinalSnapshot(true));
      case "a cluster that starts" -> rds.startDBCluster(it -> it.dbClusterIdentifier("orders"));
      case "a cluster that stops" -> rds.stopDBCluster(it -> it.dbClusterIdentifier("orders"));
      case "a new writer" ->
          rds.createDBInstance(
              it ->
                  it.dbClusterIdentifier("restored")
                      .dbInstanceIdentifier("restored-1")
                      .dbInstanceClass("db.r6g.large")
                      .engine(ENGINE));
      case "an available instance" ->
          rds.describeDBInstances(it -> it.dbInstanceIdentifier("orders-1"));
      case "an available writer under monitoring" ->
          rds.describeDBInstances(it -> it.dbInstanceIdentifier("restored-2"));
      case "a deleted instance" ->
          rds.deleteDBInstance(it -> it.dbInstanceIdentifier("orders-1").skipFinalSnapshot(true));
      case "a subnet group" -> rds.describeDBSubnetGroups(it -> it.dbSubnetGroupName(SUBNETS));
      case "a new subnet group" ->
          rds.createDBSubnetGroup(
              it ->
                  it.dbSubnetGroupName("another")
                      .dbSubnetGroupDescription("another one")
                      .subnetIds("subnet-01a", "subnet-01b"));
      case "an engine version" ->
          rds.describeDBEngineVersions(it -> it.engine(ENGINE).engineVersion(VERSION));
      case "an orderable option" ->
          rds.describeOrderableDBInstanceOptions(
              it -> it.engine(ENGINE).engineVersion(VERSION).dbInstanceClass("db.r6g.large"));
      case "quotas" -> rds.describeAccountAttributes();
      case "tags" -> rds.listTagsForResource(it -> it.resourceName(tagged()));
      case "a cluster parameter group" ->
          rds.describeDBClusterParameterGroups(it -> it.dbClusterParameterGroupName("orders-pg"));
      case "a parameter group" ->
          rds.describeDBParameterGroups(it -> it.dbParameterGroupName("orders-pg"));
      case "an event" ->
          rds.describeEvents(
              it -> it.sourceType(SourceType.DB_CLUSTER_SNAPSHOT).sourceIdentifier(SNAPSHOT));
      case "a global database" -> rds.describeGlobalClusters();
      case "a cluster out of its global database" -> leaveGlobalDatabase();
      case "a key managed by AWS" -> describeKey("alias/aws/rds");
      case "a key to sign with" ->
          describeKey(
              world
                  .kms()
                  .key(world.account(), REGION)
                  .kind(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY)
                  .arn());
      case "a key of several regions" ->
          describeKey(world.kms().key(world.account(), REGION, "mrk-1").multiRegion().arn());
      case "subnets" ->
          world.console().ec2(REGION).describeSubnets(it -> it.subnetIds("subnet-01a"));
      case "a security group" ->
          world.console().ec2(REGION).describeSecurityGroups(it -> it.groupIds(GROUP));
      case "a message" ->
          world.console().sns().publish(it -> it.topicArn(world.topicArn()).message("hello"));
      default -> throw new IllegalArgumentException(situation + " isn't simulated");
    }
  }

  private void describeKey(String id) {
    world.console().kms(REGION).describeKey(it -> it.keyId(id));
  }

  private void restore() {
    rds.restoreDBClusterFromSnapshot(
        it ->
            it.dbClusterIdentifier("restored")
                .snapshotIdentifier(SNAPSHOT)
                .engine(ENGINE)
                .dbSubnetGroupName(SUBNETS)
                .vpcSecurityGroupIds(GROUP));
  }

  private void restoredAndAvailable() {
    restore();
    passHours(3);
  }

  private void exporting() {
    rds.restoreDBClusterFromSnapshot(
        it ->
            it.dbClusterIdentifier("restored")
                .snapshotIdentifier(SNAPSHOT)
                .engine(ENGINE)
                .dbSubnetGroupName(SUBNETS)
                .enableCloudwatchLogsExports("postgresql")
                .vpcSecurityGroupIds(GROUP));
    passHours(3);
    writer("restored-1", false);
  }

  private void serverless() {
    rds.restoreDBClusterFromSnapshot(
        it ->
            it.dbClusterIdentifier("restored")
                .snapshotIdentifier(SNAPSHOT)
                .engine(ENGINE)
                .dbSubnetGroupName(SUBNETS)
                .serverlessV2ScalingConfiguration(acu -> acu.minCapacity(0.5).maxCapacity(2.0))
                .vpcSecurityGroupIds(GROUP));
    passHours(3);
    rds.modifyDBCluster(
        it ->
            it.dbClusterIdentifier("restored")
                .manageMasterUserPassword(true)
                .applyImmediately(true));
  }

  private void optimized() {
    rds.restoreDBClusterFromSnapshot(
        it ->
            it.dbClusterIdentifier("restored")
                .snapshotIdentifier(SNAPSHOT)
                .engine(ENGINE)
                .dbSubnetGroupName(SUBNETS)
                .storageType("aurora-iopt1")
                .enableCloudwatchLogsExports("postgresql")
                .serverlessV2ScalingConfiguration(acu -> acu.minCapacity(2.0).maxCapacity(16.0))
                .vpcSecurityGroupIds(GROUP));
    world.spend(Duration.ofMinutes(5)); // a new thing is seen after a moment
  }

  private void monitored() {
    exporting();
    writer("restored-2", true);
  }

  private void writer(String name, boolean monitored) {
    rds.createDBInstance(
        it -> {
          it.dbClusterIdentifier("restored")
              .dbInstanceIdentifier(name)
              .dbInstanceClass("db.r6g.large")
              .engine(ENGINE);
          if (monitored) {
            it.monitoringInterval(60)
                .monitoringRoleArn(ROLE)
                .enablePerformanceInsights(true)
                .performanceInsightsRetentionPeriod(7);
          }
        });
    passHours(2);
  }

  private void withoutInstance() {
    rds.deleteDBInstance(it -> it.dbInstanceIdentifier("orders-1").skipFinalSnapshot(true));
    passHours(1);
  }

  private void stopped() {
    rds.stopDBCluster(it -> it.dbClusterIdentifier("orders"));
    passHours(1);
  }

  private void leaveGlobalDatabase() {
    rds.removeFromGlobalCluster(
        it ->
            it.globalClusterIdentifier("orders-global").dbClusterIdentifier(arn("cluster:orders")));
  }

  private String tagged() {
    var arn = arn("cluster:orders");
    var tag = Tag.builder().key("team").value("orders").build();
    rds.addTagsToResource(it -> it.resourceName(arn).tags(tag));
    return arn;
  }

  private String arn(String resource) {
    return "arn:aws:rds:%s:%s:%s".formatted(REGION, world.account(), resource);
  }

  private void passHours(int hours) {
    world.spend(Duration.ofHours(hours));
  }

  @Override
  public void close() {
    world.close();
  }
}
