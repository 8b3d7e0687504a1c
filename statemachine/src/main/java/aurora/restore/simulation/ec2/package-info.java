/**
 * Simulated EC2: the VPCs, subnets and security groups that databases are put into. Refuses
 * routing, rules and machines: nothing here carries a packet.
 */
package aurora.restore.simulation.ec2;
