/**
 * The API of Step Functions over the local engine, as far as handlers and operators call it.
 * Refuses to know how executions are run.
 */
package aurora.restore.simulation.states;
