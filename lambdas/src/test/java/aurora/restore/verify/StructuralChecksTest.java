package aurora.restore.verify;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Given;
import aurora.restore.operation.RestorePlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** What a cluster must be whatever the plan says, also where no simulated cluster gets that way. */
class StructuralChecksTest {
  private static final RestorePlan PLAN =
      Given.read(
          RestorePlan.class,
          """
          {"cluster": {"id": "Orders", "iam_authentication": false, "deletion_protection": false,
            "manage_master_password": false, "subnet_ids": ["s-1", "s-2"], "security_group_ids": [],
            "log_exports": [], "settings": {}},
           "writer": {"id": "Orders-1", "settings": {}},
           "readers": [{"id": "Orders-2", "settings": {}}],
           "tags": {}}
          """);

  private DBCluster cluster =
      DBCluster.builder()
          .dbClusterIdentifier("orders")
          .status("available")
          .endpoint("orders.cluster.example")
          .readerEndpoint("orders.cluster-ro.example")
          .dbClusterMembers(member("orders-1", true, "in-sync"), member("orders-2", false, null))
          .build();

  private DBSubnetGroup subnetGroup =
      DBSubnetGroup.builder().subnets(subnet("s-1", "a"), subnet("s-2", "b")).build();

  private DBInstance writer = instance("orders-1", "a");

  @Test
  void clusterAsPlannedIsTold() {
    var compared = compared();
    assertThat(compared.different()).isEmpty();
    assertThat(compared.same())
        .contains(
            "at least two availability zones: true",
            "writer endpoint present: true",
            "reader endpoint present: true",
            "number of writers: 1",
            "writer: orders-1",
            "cluster parameter group on its instances: in-sync, status not told",
            "instance Orders-1 cluster: orders",
            "instance Orders-1 is public: false",
            "instance Orders-1 is in a zone of the subnets: true",
            "instance Orders-1 parameter group: pending-reboot");
  }

  @Test
  void writerAfterAFailoverIsTold() {
    cluster =
        cluster.copy(
            it -> it.dbClusterMembers(member("orders-1", false, ""), member("orders-2", true, "")));
    assertThat(compared().same()).contains("writer: orders-2, after a failover from Orders-1");
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        differs(
            it -> it.subnetGroup = it.subnetGroup.copy(group -> group.subnets(subnet("s-1", "a"))),
            "at least two availability zones is false, planned was true"),
        differs(
            it -> it.cluster = it.cluster.copy(cluster -> cluster.endpoint(null)),
            "writer endpoint present is false, planned was true"),
        differs(
            it -> it.cluster = it.cluster.copy(cluster -> cluster.endpoint(" ")),
            "writer endpoint present is false, planned was true"),
        differs(
            it -> it.cluster = it.cluster.copy(cluster -> cluster.readerEndpoint(null)),
            "reader endpoint present is false, planned was true"),
        differs(
            it -> it.cluster = it.cluster.copy(cluster -> cluster.status("backing-up")),
            "cluster status is backing-up, planned was available"),
        differs(
            it -> it.members(member("orders-1", true, ""), member("orders-2", true, "")),
            "number of writers is 2, planned was 1"),
        differs(
            it -> it.members(member("orders-1", false, ""), member("orders-2", false, "")),
            "number of writers is 0, planned was 1"),
        differs(
            it -> it.members(member("orders-1", true, "")),
            "cluster instances is [orders-1], planned was [orders-1, orders-2]"),
        differs(
            it -> it.writer = it.writer.copy(instance -> instance.dbClusterIdentifier("carts")),
            "instance Orders-1 cluster is carts, planned was orders"),
        differs(
            it -> it.writer = it.writer.copy(instance -> instance.publiclyAccessible(true)),
            "instance Orders-1 is public is true, planned was false"),
        differs(
            it -> it.writer = it.writer.copy(instance -> instance.availabilityZone("c")),
            "instance Orders-1 is in a zone of the subnets is false, planned was true"),
        differs(
            it -> it.writer = it.writer.copy(instance -> instance.dbInstanceStatus("rebooting")),
            "instance Orders-1 status is rebooting, planned was available"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("differences")
  void differenceIsFound(Consumer<StructuralChecksTest> change, String difference) {
    change.accept(this);
    assertThat(compared().different()).contains(difference);
  }

  private Comparison compared() {
    var found = new FoundCluster(cluster, Optional.of(subnetGroup));
    return new StructuralChecks(PLAN).of(found, List.of(writer, instance("orders-2", "b")));
  }

  private void members(DBClusterMember... members) {
    cluster = cluster.copy(it -> it.dbClusterMembers(members));
  }

  private static Arguments differs(Consumer<StructuralChecksTest> change, String difference) {
    return Arguments.of(change, difference);
  }

  private static DBClusterMember member(String id, boolean isWriter, String parameters) {
    return DBClusterMember.builder()
        .dbInstanceIdentifier(id)
        .isClusterWriter(isWriter)
        .dbClusterParameterGroupStatus(parameters)
        .build();
  }

  private static Subnet subnet(String id, String zone) {
    return Subnet.builder()
        .subnetIdentifier(id)
        .subnetAvailabilityZone(it -> it.name(zone))
        .build();
  }

  private static DBInstance instance(String id, String zone) {
    return DBInstance.builder()
        .dbInstanceIdentifier(id)
        .dbInstanceStatus("available")
        .dbClusterIdentifier("orders")
        .availabilityZone(zone)
        .dbParameterGroups(
            DBParameterGroupStatus.builder().parameterApplyStatus("pending-reboot").build())
        .build();
  }
}
