/**
 * The wire: what the real AWS SDK clients send, read into typed requests, and what the simulated
 * services answer, written as AWS writes it. One generic adapter per protocol works from the SDK's
 * own field descriptions, so that a new operation is only its behaviour. Refuses sockets, real
 * waiting, and any knowledge of what an operation does.
 */
package aurora.restore.simulation.wire;
