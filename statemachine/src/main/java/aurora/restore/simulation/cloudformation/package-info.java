/**
 * Simulated CloudFormation: describes stacks that exist, with their outputs. Refuses to make,
 * change or delete one: what a stack stands for is the world's.
 */
package aurora.restore.simulation.cloudformation;
