/**
 * Simulated DynamoDB: tables with their index and their time to live, items that are written one by
 * one or in transactions, and queries. Refuses by name every request member, expression and type of
 * value that no function uses; capacity, which is on demand here; and sockets.
 */
package aurora.restore.simulation.dynamodb;
