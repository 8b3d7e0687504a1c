/**
 * Describe Failure: says of an execution that ended badly where, why, and how to go on. Refuses to
 * change anything, the failed execution least of all.
 */
package aurora.restore.failure;
