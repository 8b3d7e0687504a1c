/**
 * Stories of the preflight: worlds with a defect, the whole state machine, and what an operator is
 * told. Refuses anything that happens after Plan Restore.
 */
package aurora.restore.stories.preflight;
