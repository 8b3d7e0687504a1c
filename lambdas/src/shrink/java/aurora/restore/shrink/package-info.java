/**
 * A program of the build: makes the deployed jar of the one with everything, by leaving out what no
 * handler can reach. Refuses to rename anything. Of what methods do it changes one thing: {@link
 * aurora.restore.shrink.UnnamedErrors}.
 */
package aurora.restore.shrink;
