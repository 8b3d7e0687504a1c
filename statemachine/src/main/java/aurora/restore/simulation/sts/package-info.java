/** Simulated STS: says whose credentials a caller has. Refuses to hand out any. */
package aurora.restore.simulation.sts;
