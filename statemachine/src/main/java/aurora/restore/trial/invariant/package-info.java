/**
 * What must hold in every trial, each promise a class with a name; and the evidence that they judge
 * by: every call that took effect, the truth about what exists, histories, rows and mails. Refuses
 * to change anything in the world.
 */
package aurora.restore.trial.invariant;
