/**
 * Verify Restore: compares what exists with what was planned, and reports what was brought about.
 * Refuses to change anything and to pass over what it can't see.
 */
package aurora.restore.verify;
