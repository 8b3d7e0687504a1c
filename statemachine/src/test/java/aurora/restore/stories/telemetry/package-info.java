/**
 * Stories of what functions tell of themselves: the lines of their logs and the metrics in them, of
 * restores that end well and badly, and of the hourly reaper.
 */
package aurora.restore.stories.telemetry;
