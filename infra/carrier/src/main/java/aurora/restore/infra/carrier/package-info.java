/**
 * Wait For Copy by either HTTP client of the SDK, the rest alike and nothing primed. Only measured;
 * refuses to be deployed.
 */
package aurora.restore.infra.carrier;
