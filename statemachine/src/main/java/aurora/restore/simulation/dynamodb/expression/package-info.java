/**
 * DynamoDB's expressions, each read by a small parser into what it means (DynamoDB Developer Guide,
 * "Using expressions in DynamoDB"): conditions, filters, key conditions, updates and projections.
 * Refuses by name what no expression of the functions says ({@code ADD}, {@code DELETE}), and any
 * knowledge of tables.
 */
package aurora.restore.simulation.dynamodb.expression;
