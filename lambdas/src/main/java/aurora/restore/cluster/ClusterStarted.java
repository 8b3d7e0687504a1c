package aurora.restore.cluster;

/** The cluster's restore or change is under way. */
public record ClusterStarted(String clusterId) {}
