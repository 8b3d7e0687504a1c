/**
 * The errors that an operator can meet, one class per meaning. Their names are API: the
 * definitions' Retry, the runbook's headings and the audit rows speak them. Refuses nested classes
 * (a nested name reads {@code Outer$Inner} in an execution) and anything that isn't an error.
 */
package aurora.restore.error;
