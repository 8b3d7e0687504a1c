package aurora.restore.simulation.ec2;

/**
 * A security group of a VPC.
 *
 * @param id e.g. {@code sg-0a1b}
 */
public record VpcSecurityGroup(String account, String region, String id, String vpcId) {}
