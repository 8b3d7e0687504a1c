/**
 * Whether a statement of SQL only reads, as far as its text tells: the one room that knows the
 * parser, so that its classes are loaded only where a statement is looked at. It refuses to be the
 * guard: that is the read-only transaction that a statement is executed in.
 */
package aurora.restore.statement;
