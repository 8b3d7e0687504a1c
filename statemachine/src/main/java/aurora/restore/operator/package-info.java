/**
 * The operators' command, {@code ./aurora-restore}: starts executions, looks at them, at what would
 * stop one and at what shows that one was made, and notes what people think of that. What the state
 * machines do, it never does. Knows the deployment by its stack's outputs, and no simulation:
 * against AWS and against a served rehearsal it is the same.
 */
package aurora.restore.operator;
