package aurora.restore.cluster;

/** The instance is being created. */
public record InstanceStarted(String instanceId) {}
