package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Service;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;

class Ec2ProtocolTest {
  @Test
  void subnetsAreFoundByTheirIds() {
    var ec2 =
        new Service("ec2", Service.Protocol.EC2_QUERY)
            .<DescribeSubnetsRequest, DescribeSubnetsResponse>on(
                "DescribeSubnets",
                DescribeSubnetsRequest::builder,
                (caller, request) ->
                    DescribeSubnetsResponse.builder()
                        .subnets(request.subnetIds().stream().map(Ec2ProtocolTest::subnet).toList())
                        .nextToken(request.filters().getFirst().values().getLast())
                        .build());

    var answered =
        Bench.with(ec2)
            .client(Ec2Client.builder())
            .describeSubnets(
                r ->
                    r.subnetIds("subnet-1", "subnet-2")
                        .filters(Filter.builder().name("vpc-id").values("vpc-1", "vpc-2").build()));

    assertThat(answered.subnets()).containsExactly(subnet("subnet-1"), subnet("subnet-2"));
    assertThat(answered.nextToken()).isEqualTo("vpc-2");
  }

  private static Subnet subnet(String id) {
    return Subnet.builder()
        .subnetId(id)
        .vpcId("vpc-1")
        .availabilityZone("us-west-2a")
        .availableIpAddressCount(251)
        .defaultForAz(false)
        .tags(Tag.builder().key("Name").value("private <1>").build())
        .build();
  }

  @Test
  void securityGroupThatIsMissingIsRefusedByItsCode() {
    var ec2 =
        new Service("ec2", Service.Protocol.EC2_QUERY)
            .<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>on(
                "DescribeSecurityGroups",
                DescribeSecurityGroupsRequest::builder,
                (caller, request) -> {
                  throw new AwsError(
                      "InvalidGroup.NotFound",
                      400,
                      "The security group '" + request.groupIds().getFirst() + "' does not exist");
                });
    var client = Bench.with(ec2).client(Ec2Client.builder());

    var refusal =
        catchThrowableOfType(
            Ec2Exception.class, () -> client.describeSecurityGroups(r -> r.groupIds("sg-9")));

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidGroup.NotFound");
    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo("The security group 'sg-9' does not exist");
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.requestId()).hasSize(36);
  }
}
