/**
 * The strictness that every simulated service shares: a request member that a service doesn't model
 * ends the run by name. Refuses knowledge of any one service.
 */
package aurora.restore.simulation.strict;
