/**
 * The values that DynamoDB's items are made of, as the SDK describes them: what may be stored, in
 * which form, how large it is and how it sorts. Refuses sets and binary data, which no table here
 * holds, and any knowledge of tables.
 */
package aurora.restore.simulation.dynamodb.value;
