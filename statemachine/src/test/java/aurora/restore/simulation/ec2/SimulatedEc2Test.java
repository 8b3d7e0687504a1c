package aurora.restore.simulation.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Operation;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

class SimulatedEc2Test {
  private static final String OURS = "111122223333";
  private static final String WEST = "us-west-2";

  private final SimulatedEc2 ec2 = new SimulatedEc2(new Random(1));

  @BeforeEach
  void network() {
    ec2.vpc(OURS, WEST, "vpc-1")
        .subnet("subnet-a", "us-west-2a")
        .subnet("subnet-b", "us-west-2b", 3)
        .securityGroup("sg-1");
  }

  @Test
  void subnetsAreToldInAnotherOrderThanAsked() {
    var subnets = subnets("subnet-a", "subnet-b").subnets();
    assertThat(subnets).extracting(Subnet::subnetId).containsExactly("subnet-b", "subnet-a");
    assertThat(subnets.getFirst().availabilityZone()).isEqualTo("us-west-2b");
    assertThat(subnets.getFirst().availableIpAddressCount()).isEqualTo(3);
    assertThat(subnets.getFirst().vpcId()).isEqualTo("vpc-1");
    assertThat(subnets.getFirst().stateAsString()).isEqualTo("available");
  }

  @Test
  void unknownOnesAreRefusedByName() {
    assertRefused("InvalidSubnetID.NotFound", () -> subnets("subnet-a", "subnet-x"));
    assertRefused("InvalidGroup.NotFound", () -> groups("sg-x"));
  }

  @Test
  void filtersByIdPassOverWhatIsUnknown() {
    var subnets =
        call(
            "DescribeSubnets",
            DescribeSubnetsRequest.builder()
                .filters(filter("subnet-id", "subnet-a", "subnet-x"))
                .build(),
            DescribeSubnetsResponse.class);
    assertThat(subnets.subnets()).extracting(Subnet::subnetId).containsExactly("subnet-a");
    var groups =
        call(
            "DescribeSecurityGroups",
            DescribeSecurityGroupsRequest.builder()
                .filters(filter("group-id", "sg-x", "sg-1"))
                .build(),
            DescribeSecurityGroupsResponse.class);
    assertThat(groups.securityGroups()).hasSize(1);
  }

  @Test
  void subnetTellsItsState() {
    ec2.subnet(OURS, WEST, "subnet-a").orElseThrow().state(SubnetState.PENDING);
    assertThat(subnets("subnet-a").subnets().getFirst().state()).isEqualTo(SubnetState.PENDING);
  }

  @Test
  void networksOfOthersAreUnknown() {
    ec2.vpc("444455556666", WEST, "vpc-2").subnet("subnet-t", "us-west-2a");
    ec2.vpc(OURS, "us-east-1", "vpc-3").securityGroup("sg-east");
    assertRefused("InvalidSubnetID.NotFound", () -> subnets("subnet-t"));
    assertRefused("InvalidGroup.NotFound", () -> groups("sg-east"));
  }

  @Test
  void groupTellsItsVpc() {
    assertThat(groups("sg-1").securityGroups().getFirst().vpcId()).isEqualTo("vpc-1");
  }

  @Test
  void idIsNeverGivenTwice() {
    assertThatThrownBy(() -> ec2.vpc(OURS, WEST, "vpc-1")).hasMessageContaining("vpc-1");
    assertThatThrownBy(() -> ec2.vpc(OURS, WEST, "vpc-9").subnet("subnet-a", "us-west-2a"))
        .hasMessageContaining("subnet-a");
    assertThatThrownBy(() -> ec2.vpc(OURS, WEST, "vpc-8").subnet("subnet-q", "eu-west-1a"))
        .hasMessageContaining("no zone of us-west-2");
  }

  @Test
  void defaultVpcIsThereUnlessItWasDeleted() {
    var vpc = ec2.defaultVpc(OURS, WEST).orElseThrow();
    assertThat(ec2.subnetsOf(vpc.id())).hasSize(3);
    assertThat(ec2.securityGroupsOf(vpc.id())).hasSize(1);
    ec2.withoutDefaultVpc(OURS, "eu-west-1");
    assertThat(ec2.defaultVpc(OURS, "eu-west-1")).isEmpty();
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(AwsError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  private DescribeSubnetsResponse subnets(String... ids) {
    return call(
        "DescribeSubnets",
        DescribeSubnetsRequest.builder().subnetIds(ids).build(),
        DescribeSubnetsResponse.class);
  }

  private DescribeSecurityGroupsResponse groups(String... ids) {
    return call(
        "DescribeSecurityGroups",
        DescribeSecurityGroupsRequest.builder().groupIds(ids).build(),
        DescribeSecurityGroupsResponse.class);
  }

  private <I extends SdkPojo, O> O call(String name, I request, Class<O> answer) {
    @SuppressWarnings("unchecked") // the service registered it for this request
    var operation =
        (Operation<I, ? extends SdkPojo>) ec2.service().operation(name).orElseThrow().operation();
    return answer.cast(operation.call(new Caller(OURS, WEST, "Test"), request));
  }
}
