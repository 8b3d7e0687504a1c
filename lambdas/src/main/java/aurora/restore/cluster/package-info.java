/**
 * The cluster and its instances: making them, looking whether they are ready, and the settings that
 * RDS takes only afterwards. Refuses to delete anything.
 */
package aurora.restore.cluster;
