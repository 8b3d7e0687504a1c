/**
 * Simulated RDS Data API: who may ask a cluster, when it answers, and within which limits. What SQL
 * comes to is the {@code Database}'s behind it: a book of answers, or a real PostgreSQL. Refuses
 * knowledge of what is asked for what.
 */
package aurora.restore.simulation.rdsdata;
