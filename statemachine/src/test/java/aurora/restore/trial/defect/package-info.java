/**
 * Defects that are planted into a trial's world, to see that the promises notice them. Each makes
 * the pipeline behave as if somebody had written it: a function is handed something else, sees
 * something else of AWS, asks AWS for something else, or answers something else. Refuses to touch
 * the pipeline's code.
 */
package aurora.restore.trial.defect;
