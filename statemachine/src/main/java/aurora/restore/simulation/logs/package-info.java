/**
 * Simulated CloudWatch Logs: the lines of log groups, found by time and by words. Refuses to be
 * written to, and refuses queries of Logs Insights.
 */
package aurora.restore.simulation.logs;
