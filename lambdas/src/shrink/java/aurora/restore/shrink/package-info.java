/**
 * A program of the build: makes the deployed jar of the one with everything, by leaving out what no
 * handler can reach. Refuses to rename or rewrite: what is kept is as its authors compiled it.
 */
package aurora.restore.shrink;
