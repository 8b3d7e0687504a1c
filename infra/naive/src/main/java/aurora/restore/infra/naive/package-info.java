/**
 * What Wait For Copy calls, written without a thought for its start: by the clients and the mapper
 * as they come, and in Python. Only measured; refuses to be deployed.
 */
package aurora.restore.infra.naive;
