/**
 * Run Checks: asks the restored data what the input wants to know of it, and judges the answers.
 * Refuses every power but that: it reads in transactions that are rolled back, and knows neither
 * the tables nor RDS.
 */
package aurora.restore.data;
