/**
 * Simulated KMS: keys and aliases of all accounts and regions, what {@code DescribeKey} says of
 * them, and whether another service may use them. Refuses cryptography: no key here encrypts
 * anything.
 */
package aurora.restore.simulation.kms;
