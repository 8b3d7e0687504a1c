package aurora.restore.simulation.ec2;

import software.amazon.awssdk.services.ec2.model.SubnetState;

/** A subnet of a VPC in one zone. Its free addresses shrink as databases move in. */
public final class VpcSubnet {
  private final String account;
  private final String region;
  private final String id;
  private final String vpcId;
  private final String availabilityZone;
  private int freeAddresses;
  private SubnetState state = SubnetState.AVAILABLE;
  private boolean dualStack;

  VpcSubnet(
      String account,
      String region,
      String id,
      String vpcId,
      String availabilityZone,
      int freeAddresses) {
    this.account = account;
    this.region = region;
    this.id = id;
    this.vpcId = vpcId;
    this.availabilityZone = availabilityZone;
    this.freeAddresses = freeAddresses;
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }

  public String id() {
    return id;
  }

  public String vpcId() {
    return vpcId;
  }

  public String availabilityZone() {
    return availabilityZone;
  }

  public int freeAddresses() {
    return freeAddresses;
  }

  /** It has an IPv6 range beside its IPv4 one. */
  public void dualStack(boolean on) {
    dualStack = on;
  }

  public boolean isDualStack() {
    return dualStack;
  }

  /** From now on it is in this state, e.g. {@code pending}. */
  public void state(SubnetState state) {
    this.state = state;
  }

  public SubnetState state() {
    return state;
  }

  /** Takes an address; false where none is left. */
  public boolean take() {
    if (freeAddresses == 0) {
      return false;
    }
    freeAddresses--;
    return true;
  }

  public void giveBack() {
    freeAddresses++;
  }
}
