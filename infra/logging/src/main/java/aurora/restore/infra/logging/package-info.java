/**
 * One small handler that logs a structured line, in the two ways that were to be chosen from. Only
 * measured; refuses to be deployed.
 */
package aurora.restore.infra.logging;
