/**
 * Trials: the pipeline run under what a seed draws, people and faults and all, and judged by its
 * promises. Refuses to know what a fault should lead to: a trial has no expected outcome but that
 * the promises hold.
 */
package aurora.restore.trial;
