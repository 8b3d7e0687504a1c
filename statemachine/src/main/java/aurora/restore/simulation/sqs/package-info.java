/**
 * Simulated SQS: standard queues, whose messages are there until they are deleted. Refuses long
 * polling and batches.
 */
package aurora.restore.simulation.sqs;
