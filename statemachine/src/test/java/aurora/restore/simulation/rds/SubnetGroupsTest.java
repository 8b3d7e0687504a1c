package aurora.restore.simulation.rds;

import static aurora.restore.simulation.rds.RefusalAssert.assertRefused;
import static aurora.restore.simulation.rds.Rig.ACCOUNT;
import static aurora.restore.simulation.rds.Rig.OURS;
import static aurora.restore.simulation.rds.Rig.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupResponse;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSubnetGroupResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSubnetGroupsResponse;
import software.amazon.awssdk.services.rds.model.Subnet;

class SubnetGroupsTest {
  private final Rig rig = new Rig();

  @Test
  void groupIsMadeOfSubnetsAndItsNameFolded() {
    create("Mine", "subnet-a", "subnet-b");
    var group = describe("MINE").getFirst();
    assertThat(group.dbSubnetGroupName()).isEqualTo("mine");
    assertThat(group.dbSubnetGroupArn())
        .isEqualTo("arn:aws:rds:us-west-2:111122223333:subgrp:mine");
    assertThat(group.vpcId()).isEqualTo("vpc-dr");
    assertThat(group.subnetGroupStatus()).isEqualTo("Complete");
    assertThat(group.subnets())
        .extracting(Subnet::subnetIdentifier)
        .containsExactlyInAnyOrder("subnet-a", "subnet-b");
    assertRefused("DBSubnetGroupAlreadyExists", () -> create("mine", "subnet-a", "subnet-b"));
  }

  @Test
  void twoZonesOfOneVpcAreNeeded() {
    rig.ec2.vpc(ACCOUNT, WEST, "vpc-other").subnet("subnet-x", WEST + "b");
    assertThatThrownBy(() -> create("mine", "subnet-a"))
        .hasMessageContaining("Current AZ coverage: us-west-2a.");
    assertRefused("DBSubnetGroupDoesNotCoverEnoughAZs", () -> create("mine", "subnet-a"));
    assertRefused("InvalidSubnet", () -> create("mine", "subnet-a", "subnet-x"));
    assertRefused("InvalidSubnet", () -> create("mine", "subnet-a", "subnet-none"));
  }

  @Test
  void defaultIsNoNameForAGroup() {
    assertRefused("InvalidParameterValue", () -> create("Default", "subnet-a", "subnet-b"));
  }

  @Test
  void quotasCount() {
    rig.west().quota(Quota.SUBNETS_PER_SUBNET_GROUP, 2);
    assertRefused(
        "DBSubnetQuotaExceededFault", () -> create("mine", "subnet-a", "subnet-b", "subnet-c"));
    rig.west().used(Quota.SUBNET_GROUPS, 49);
    assertRefused("DBSubnetGroupQuotaExceeded", () -> create("mine", "subnet-a", "subnet-b"));
  }

  @Test
  void groupInUseIsDeletedOnlyWhenTheClusterIsGone() {
    rig.restored();
    assertThatThrownBy(() -> delete("dr"))
        .hasMessage(
            "Cannot delete the subnet group 'dr' because at least one database cluster: restored is"
                + " still using it.");
    rig.call(
        "DeleteDBCluster",
        DeleteDbClusterRequest.builder()
            .dbClusterIdentifier("restored")
            .skipFinalSnapshot(true)
            .build(),
        DeleteDbClusterResponse.class);
    assertRefused("InvalidDBSubnetGroupStateFault", () -> delete("dr"));
    rig.passHours(1);
    delete("DR");
    assertRefused("DBSubnetGroupNotFoundFault", 404, () -> delete("dr"));
    assertRefused("DBSubnetGroupNotFoundFault", 404, () -> describe("dr"));
  }

  @Test
  void groupsAreListed() {
    create("mine", "subnet-a", "subnet-b");
    assertThat(describe(null))
        .extracting(DBSubnetGroup::dbSubnetGroupName)
        .containsExactlyInAnyOrder("dr", "mine");
  }

  private void create(String name, String... subnets) {
    rig.call(
        "CreateDBSubnetGroup",
        CreateDbSubnetGroupRequest.builder()
            .dbSubnetGroupName(name)
            .dbSubnetGroupDescription("for a story")
            .subnetIds(subnets)
            .tags(OURS)
            .build(),
        CreateDbSubnetGroupResponse.class);
  }

  private List<DBSubnetGroup> describe(String name) {
    return rig.call(
            "DescribeDBSubnetGroups",
            DescribeDbSubnetGroupsRequest.builder().dbSubnetGroupName(name).build(),
            DescribeDbSubnetGroupsResponse.class)
        .dbSubnetGroups();
  }

  private void delete(String name) {
    rig.call(
        "DeleteDBSubnetGroup",
        DeleteDbSubnetGroupRequest.builder().dbSubnetGroupName(name).build(),
        DeleteDbSubnetGroupResponse.class);
  }
}
