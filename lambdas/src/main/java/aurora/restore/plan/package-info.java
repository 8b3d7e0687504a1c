/**
 * Plan Restore: reads the runbook's input, finds the snapshot, decides every name, limit and tag.
 * Refuses to make or change anything.
 */
package aurora.restore.plan;
