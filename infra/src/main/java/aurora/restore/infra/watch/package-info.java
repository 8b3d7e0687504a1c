/**
 * How a deployment is watched: alarms, the dashboard, saved queries, the metrics that functions
 * write. Makes nothing that works.
 */
package aurora.restore.infra.watch;
