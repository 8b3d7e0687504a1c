/**
 * Measures what the project says of its own speed. Refuses to judge: no build fails for being slow.
 */
package aurora.restore.benchmark;
