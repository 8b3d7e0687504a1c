/**
 * Simulated SNS: topics, and the messages published to them, kept in order with their instants.
 * Refuses delivery: who is subscribed, and by what filter, is for those who read the messages.
 */
package aurora.restore.simulation.sns;
