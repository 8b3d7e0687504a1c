/**
 * Simulated SNS: topics, who is subscribed, and the messages published, kept in order with their
 * instants. Refuses delivery: what reaches whom, and by what filter, is for those who read the
 * messages.
 */
package aurora.restore.simulation.sns;
