/**
 * What there is in a region: clusters, instances, snapshots, subnet groups and parameter groups, by
 * name, by ARN or by the pipeline's tag. What isn't there is an answer here, not an error. Refuses
 * to change anything, and to say what an answer means for a step.
 */
package aurora.restore.rds;
