package aurora.restore.plan;

/**
 * What isn't there yet and will be made: so much room the quotas must leave. What couldn't be
 * looked up counts as there, lest a guess stop a restore.
 */
record ToMake(int copies, int subnetGroups, int clusters, int instances) {}
