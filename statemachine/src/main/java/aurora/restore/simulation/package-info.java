/**
 * The simulated AWS: what a call is, who makes it, what a service knows and what goes wrong. The
 * services themselves live in the rooms below. Refuses knowledge of the pipeline: nothing here
 * knows what a restore is.
 */
package aurora.restore.simulation;
