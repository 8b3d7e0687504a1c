/**
 * How the input of an execution is read: its keys, the form of their values, and all that is wrong
 * with them told at once. Refuses knowledge of what any one input means.
 */
package aurora.restore.input;
