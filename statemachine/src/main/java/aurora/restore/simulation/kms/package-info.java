/**
 * Simulated KMS: keys and aliases of all accounts and regions, what {@code DescribeKey} says of
 * them, whether another service may use them, and signatures by them. Refuses to encrypt: no key
 * here hides anything.
 */
package aurora.restore.simulation.kms;
