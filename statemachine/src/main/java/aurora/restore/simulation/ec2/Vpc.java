package aurora.restore.simulation.ec2;

/** A VPC, and the fluent calls that fill it. */
public final class Vpc {
  private final SimulatedEc2 ec2;
  private final String account;
  private final String region;
  private final String id;

  Vpc(SimulatedEc2 ec2, String account, String region, String id) {
    this.ec2 = ec2;
    this.account = account;
    this.region = region;
    this.id = id;
  }

  /** A subnet with 250 free addresses. */
  public Vpc subnet(String subnetId, String availabilityZone) {
    return subnet(subnetId, availabilityZone, 250);
  }

  /**
   * @param availabilityZone e.g. {@code us-west-2a}
   * @param freeAddresses how many databases may still move in
   */
  public Vpc subnet(String subnetId, String availabilityZone, int freeAddresses) {
    ec2.add(new VpcSubnet(account, region, subnetId, id, availabilityZone, freeAddresses));
    return this;
  }

  /** A subnet of this VPC has IPv6 addresses too. */
  public Vpc dualStack(String subnetId) {
    ec2.subnet(account, region, subnetId)
        .orElseThrow(() -> new IllegalArgumentException("no subnet " + subnetId))
        .dualStack(true);
    return this;
  }

  public Vpc securityGroup(String groupId) {
    ec2.add(new VpcSecurityGroup(account, region, groupId, id));
    return this;
  }

  public String id() {
    return id;
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }
}
