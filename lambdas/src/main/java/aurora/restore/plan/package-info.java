/**
 * Plan Restore: reads the runbook's input, finds the snapshot, decides every name, limit and tag,
 * and checks everything that the restore will need before anything is made. Refuses to make or
 * change anything.
 */
package aurora.restore.plan;
