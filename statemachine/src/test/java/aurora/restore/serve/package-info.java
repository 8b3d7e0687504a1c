/**
 * Operators at work on a served world, through the SDK's clients over HTTP, and clients that behave
 * badly.
 */
package aurora.restore.serve;
