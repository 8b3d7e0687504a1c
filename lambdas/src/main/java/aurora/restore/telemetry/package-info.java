/**
 * What a function tells of itself: one line of JSON for each invocation's end, and figures for
 * CloudWatch's metrics. Refuses to know Lambda, the system's clock, the plan or any client of AWS;
 * refuses to let a secret into a line.
 */
package aurora.restore.telemetry;
