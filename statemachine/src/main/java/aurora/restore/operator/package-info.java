/**
 * The operators' command, {@code ./aurora-restore}: starts executions, looks at them and at what
 * would stop one, and nothing else. What the state machines do, it never does. Knows the deployment
 * by its stack's outputs, and no simulation: against AWS and against a served rehearsal it is the
 * same.
 */
package aurora.restore.operator;
