/**
 * Cleaning up: plans, deletes and verifies what an operation has made, and finds what has expired
 * or been forgotten. Refuses to delete anything that doesn't carry the operation's tag at that very
 * moment, that its plan doesn't name, or that was there before the restore.
 */
package aurora.restore.cleanup;
