/**
 * What a function tells of itself: one line of JSON for each invocation's end, and figures for
 * CloudWatch's metrics. Refuses to know Lambda, the clock, or what a restore is; refuses to let a
 * secret into a line.
 */
package aurora.restore.telemetry;
