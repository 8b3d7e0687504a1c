package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

/** Two subnets in two zones, with some free addresses. */
class NetworkChecksTest {
  private final PreflightFindings findings = new PreflightFindings();

  private List<String> problems() {
    return findings.stopping().stream().map(Finding::problem).toList();
  }

  private static Subnet.Builder subnet(String id, String zone, int free) {
    return Subnet.builder()
        .subnetId(id)
        .vpcId("vpc-1")
        .state("available")
        .availabilityZone(zone)
        .availableIpAddressCount(free);
  }

  private void check(int instances, String networkType, Subnet.Builder... subnets) {
    var shown = List.of(subnets).stream().map(Subnet.Builder::build).toList();
    new NetworkChecks(new Answering(shown), Snapshots.request(), findings)
        .check(instances, networkType);
  }

  /** Each instance needs one, and each subnet one for recovery. */
  @ParameterizedTest
  @CsvSource({"3, 3, 2, 0, 0", "2, 3, 2, 1, 0", "2, 2, 2, 2, 0", "2, 1, 2, 2, 1", "0, 5, 1, 0, 1"})
  void freeAddressesAreCounted(int first, int second, int instances, int warned, int stopped) {
    check(instances, null, subnet("subnet-1", "a", first), subnet("subnet-2", "b", second));
    assertThat(findings.warnings()).hasSize(warned);
    assertThat(findings.stopping()).hasSize(stopped);
  }

  @Test
  void addressesOfNothingAreNotCounted() {
    check(0, null, subnet("subnet-1", "a", 0), subnet("subnet-2", "b", 0));
    assertThat(findings.warnings()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void dualNeedsAnIpv6RangeInEachSubnet() {
    check(
        1,
        "DUAL",
        subnet("subnet-1", "a", 9)
            .ipv6CidrBlockAssociationSet(SubnetIpv6CidrBlockAssociation.builder().build()),
        subnet("subnet-2", "b", 9));
    assertThat(problems()).singleElement().asString().endsWith("no IPv6 range in subnet-2");
  }

  @Test
  void ipv4NeedsNone() {
    check(1, "IPV4", subnet("subnet-1", "a", 9), subnet("subnet-2", "b", 9));
    assertThat(problems()).isEmpty();
  }

  private record Answering(List<Subnet> shown) implements Ec2Client {
    @Override
    public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
      return DescribeSubnetsResponse.builder().subnets(shown).build();
    }

    @Override
    public DescribeSecurityGroupsResponse describeSecurityGroups(
        DescribeSecurityGroupsRequest request) {
      return DescribeSecurityGroupsResponse.builder()
          .securityGroups(SecurityGroup.builder().groupId("sg-1").vpcId("vpc-1").build())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
