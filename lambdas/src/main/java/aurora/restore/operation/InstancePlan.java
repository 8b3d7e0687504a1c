package aurora.restore.operation;

/** An instance that an operation makes: the first is the writer, the others are readers. */
public record InstancePlan(String id, String instanceClass, String parameterGroup) {}
