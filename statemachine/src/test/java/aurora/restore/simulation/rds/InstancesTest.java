package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.ACCOUNT;
import static aurora.restore.simulation.rds.Rig.MYSQL;
import static aurora.restore.simulation.rds.Rig.OURS;
import static aurora.restore.simulation.rds.Rig.VERSION;
import static aurora.restore.simulation.rds.Rig.WEST;
import static aurora.restore.simulation.rds.Rig.instanceOf;
import static aurora.restore.simulation.rds.Rig.restoreOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;

class InstancesTest {
  private final Rig rig = new Rig();

  @Test
  void firstOneWritesTheOthersReadAndAllAreSpreadOverZones() {
    rig.restored();
    var created = rig.create(instanceOf("restored", "R-1").tags(OURS));
    assertThat(created.dbInstanceStatus()).isEqualTo("creating");
    assertThat(created.endpoint()).isNull();
    rig.create(instanceOf("restored", "r-2"));
    rig.create(instanceOf("restored", "r-3"));
    rig.passHours(2);

    var cluster = rig.cluster("restored");
    assertThat(cluster.dbClusterMembers())
        .filteredOn(DBClusterMember::isClusterWriter)
        .extracting(DBClusterMember::dbInstanceIdentifier)
        .containsExactly("r-1");
    assertThat(cluster.dbClusterMembers())
        .hasSize(3)
        .allMatch(it -> it.dbClusterParameterGroupStatus().equals("in-sync"));
    assertThat(cluster.multiAZ()).isTrue();
    assertThat(List.of(rig.instance("r-1"), rig.instance("r-2"), rig.instance("r-3")))
        .extracting(DBInstance::availabilityZone)
        .containsExactlyInAnyOrder("us-west-2a", "us-west-2b", "us-west-2c");
    var writer = rig.instance("r-1");
    assertThat(writer.dbInstanceStatus()).isEqualTo("available");
    assertThat(writer.dbInstanceArn()).isEqualTo("arn:aws:rds:us-west-2:111122223333:db:r-1");
    assertThat(writer.endpoint().address()).startsWith("r-1.c").endsWith(".rds.amazonaws.com");
    assertThat(writer.tagList()).containsExactly(OURS);
    assertThat(writer.publiclyAccessible()).isFalse();
  }

  @Test
  void clusterMustBeAvailable() {
    rig.restore(restoreOf(rig.local()));
    assertRefused("InvalidDBClusterStateFault", () -> rig.create(instanceOf("restored", "r-1")));
    assertRefused("DBClusterNotFoundFault", 404, () -> rig.create(instanceOf("none", "r-1")));
  }

  @Test
  void nameIsTakenWhateverItsCase() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    assertRefused("DBInstanceAlreadyExists", () -> rig.create(instanceOf("restored", "R-1")));
  }

  @Test
  void classMustBeOrderable() {
    rig.restored();
    rig.west().withoutClass("db.r6g.large");
    assertRefused("InvalidParameterCombination", () -> rig.create(instanceOf("restored", "r-1")));
  }

  @Test
  void zoneMustBeOneOfTheClustersAndOfferTheClass() {
    rig.restored();
    rig.west().instanceClass("db.r7g.large", List.of("us-west-2b"));
    assertRefused(
        "InvalidParameterValue",
        () -> rig.create(instanceOf("restored", "r-1").availabilityZone("us-west-2d")));
    assertRefused(
        "InvalidVPCNetworkStateFault",
        () ->
            rig.create(
                instanceOf("restored", "r-1")
                    .dbInstanceClass("db.r7g.large")
                    .availabilityZone("us-west-2a")));
    var made = rig.create(instanceOf("restored", "r-1").dbInstanceClass("db.r7g.large"));
    assertThat(made.availabilityZone()).as("of one in creation").isNull();
    rig.passHours(1);
    assertThat(rig.instance("r-1").availabilityZone()).isEqualTo("us-west-2b");
  }

  @Test
  void serverlessNeedsACapacityRange() {
    rig.restored();
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.create(instanceOf("restored", "r-1").dbInstanceClass("db.serverless")));
    rig.restore(
        restoreOf("local-1")
            .dbClusterIdentifier("scaled")
            .serverlessV2ScalingConfiguration(
                ServerlessV2ScalingConfiguration.builder()
                    .minCapacity(0.5)
                    .maxCapacity(4.0)
                    .build()));
    rig.passHours(6);
    assertThat(
            rig.create(instanceOf("scaled", "s-1").dbInstanceClass("db.serverless"))
                .dbInstanceClass())
        .isEqualTo("db.serverless");
  }

  @Test
  void whatTheClusterOwnsIsRefused() {
    rig.restored();
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.create(instanceOf("restored", "r-1").masterUserPassword("hidden")));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.create(instanceOf("restored", "r-1").deletionProtection(true)));
    assertRefused(
        "InvalidParameterCombination",
        () -> rig.create(instanceOf("restored", "r-1").dbClusterIdentifier(null)));
  }

  @Test
  void parameterGroupMustExistAndFit() {
    rig.restored();
    rig.west().instanceParameterGroup("mine", "aurora-mysql8.0");
    assertRefused(
        "DBParameterGroupNotFound",
        404,
        () -> rig.create(instanceOf("restored", "r-1").dbParameterGroupName("none")));
    assertThat(
            rig.create(instanceOf("restored", "r-1").dbParameterGroupName("mine"))
                .dbParameterGroups()
                .getFirst()
                .dbParameterGroupName())
        .isEqualTo("mine");
  }

  @Test
  void fifteenReadersAreTheLimitAndTheQuotaCounts() {
    rig.restored();
    for (int i = 1; i <= 16; i++) {
      rig.create(instanceOf("restored", "r-" + i));
    }
    assertRefused("InvalidDBClusterStateFault", () -> rig.create(instanceOf("restored", "r-17")));
    rig.west().cluster("other").engine(MYSQL, VERSION).exists();
    rig.west().used(Quota.INSTANCES, 24);
    assertRefused("InstanceQuotaExceeded", () -> rig.create(instanceOf("other", "o-1")));
  }

  @Test
  void capacityCanLackAtOnceOrLater() {
    rig.restored();
    rig.west().withoutCapacity("db.r6g.large");
    assertRefused(
        "InsufficientDBInstanceCapacity", () -> rig.create(instanceOf("restored", "r-1")));
    rig.west().withCapacity("db.r6g.large");
    rig.durations.nextInstance(Course.endsIn("insufficient-capacity", Duration.ofMinutes(4)));
    rig.create(instanceOf("restored", "r-1"));
    rig.passHours(1);
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("insufficient-capacity");
  }

  @Test
  void subnetWithoutAnAddressEndsInIncompatibleNetwork() {
    rig.ec2.vpc(ACCOUNT, WEST, "vpc-x").subnet("full-b", WEST + "b", 0).securityGroup("sg-x");
    rig.west().subnetGroup("full", List.of("full-b"), Map.of());
    rig.restore(restoreOf(rig.local()).dbSubnetGroupName("full").vpcSecurityGroupIds("sg-x"));
    rig.passHours(6);
    rig.create(instanceOf("restored", "r-1"));
    rig.passHours(1);
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("incompatible-network");
  }

  @Test
  void databasesTakeAndGiveBackTheAddressesOfTheirSubnets() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1").availabilityZone("us-west-2a"));
    assertThat(rig.ec2.subnet(ACCOUNT, WEST, "subnet-a").orElseThrow().freeAddresses())
        .isEqualTo(249);
    delete("r-1");
    assertThat(rig.ec2.subnet(ACCOUNT, WEST, "subnet-a").orElseThrow().freeAddresses())
        .isEqualTo(250);
  }

  @Test
  void moreThanCreatingComesBeforeAvailable() {
    rig.restore(restoreOf(rig.local()).enableCloudwatchLogsExports("error"));
    rig.passHours(6);
    rig.durations.nextInstance(Course.takes(Duration.ofMinutes(100)));
    rig.create(
        instanceOf("restored", "r-1").monitoringInterval(60).monitoringRoleArn("arn:aws:iam::x"));
    rig.pass(Duration.ofMinutes(85));
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("configuring-enhanced-monitoring");
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("configuring-log-exports");
    rig.pass(Duration.ofMinutes(5));
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("available");
  }

  @Test
  void listedByCluster() {
    rig.restored();
    rig.west().cluster("other").engine(MYSQL, VERSION).instance("o-1", "db.r6g.large").exists();
    rig.create(instanceOf("restored", "r-1"));
    var listed =
        rig.call(
            "DescribeDBInstances",
            DescribeDbInstancesRequest.builder()
                .filters(Filter.builder().name("db-cluster-id").values("Restored").build())
                .build(),
            DescribeDbInstancesResponse.class);
    assertThat(listed.dbInstances())
        .extracting(DBInstance::dbInstanceIdentifier)
        .containsExactly("r-1");
    assertRefused("DBInstanceNotFound", 404, () -> rig.instance("none"));
  }

  @Test
  void writerThatIsDeletedHandsOverToTheReaderOfTheLowestTier() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    rig.create(instanceOf("restored", "r-2").promotionTier(5));
    rig.create(instanceOf("restored", "r-3").promotionTier(0));
    rig.passHours(2);
    delete("r-1");
    assertThat(rig.cluster("restored").dbClusterMembers())
        .filteredOn(DBClusterMember::isClusterWriter)
        .extracting(DBClusterMember::dbInstanceIdentifier)
        .containsExactly("r-3");
  }

  @Test
  void deletionIsSeenAndNotRepeated() {
    rig.restored();
    rig.create(instanceOf("restored", "r-1"));
    rig.passHours(2);
    assertRefused(
        "InvalidParameterCombination",
        () ->
            rig.call(
                "DeleteDBInstance",
                DeleteDbInstanceRequest.builder()
                    .dbInstanceIdentifier("r-1")
                    .finalDBSnapshotIdentifier("last")
                    .build(),
                DeleteDbInstanceResponse.class));
    delete("r-1");
    assertThat(rig.instance("r-1").dbInstanceStatus()).isEqualTo("deleting");
    assertRefused("InvalidDBInstanceState", () -> delete("r-1"));
    assertRefused("DBInstanceAlreadyExists", () -> rig.create(instanceOf("restored", "r-1")));
    rig.passHours(1);
    assertRefused("DBInstanceNotFound", 404, () -> delete("r-1"));
    assertThat(rig.cluster("restored").dbClusterMembers()).isEmpty();
    assertThat(rig.cluster("restored").status()).isEqualTo("available");
  }

  private void delete(String identifier) {
    rig.call(
        "DeleteDBInstance",
        DeleteDbInstanceRequest.builder()
            .dbInstanceIdentifier(identifier)
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbInstanceResponse.class);
  }
}
