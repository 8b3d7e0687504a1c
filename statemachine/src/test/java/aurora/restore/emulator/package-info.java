/**
 * What talks to DynamoDB and SNS, over HTTP against an emulator that others wrote: LocalStack in a
 * container, or any that is named. The functions are handed what the state machines hand them in a
 * simulated world. Refuses to know which emulator it is, and to leave anything behind in it.
 */
package aurora.restore.emulator;
