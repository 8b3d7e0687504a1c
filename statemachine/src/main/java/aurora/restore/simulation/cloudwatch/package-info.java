/**
 * Simulated CloudWatch: the alarms on state machines, as the executions that ended badly set them.
 * Refuses metrics: nothing here counts what functions write.
 */
package aurora.restore.simulation.cloudwatch;
