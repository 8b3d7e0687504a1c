/**
 * The state machines and the functions that they call: what is deployed. Refuses knowledge of how
 * they are run, by AWS or by the engine.
 */
package aurora.restore.machine;
