package aurora.restore.plan;

import aurora.restore.operation.Capacity;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * The class of the instances, and what they scale between where they are serverless.
 *
 * @param capacity null where they aren't
 */
record InstanceShape(String instanceClass, Capacity capacity) {

  /** What the input says; else what the source has, where that can be had in the target region. */
  static InstanceShape of(
      RestoreRequest request,
      Optional<SourceCluster> source,
      Orderable orderable,
      String fallbackClass,
      Findings findings) {
    if (request.isServerless()) {
      return new InstanceShape(
          Serverless.CLASS, new Capacity(request.minCapacity(), request.maxCapacity()));
    }
    if (request.instanceClass() != null) {
      return new InstanceShape(request.instanceClass(), null);
    }
    var writerClass = source.map(SourceCluster::writerClass).orElse(null);
    if (writerClass == null) {
      findings.warn("the source cluster has no writer to go by: instances are " + fallbackClass);
      return new InstanceShape(fallbackClass, null);
    }
    if (!orderable.has(writerClass)) {
      findings.warn(
          "the source writer's class "
              + writerClass
              + " can't be ordered in "
              + request.targetRegion()
              + ": instances are "
              + fallbackClass);
      return new InstanceShape(fallbackClass, null);
    }
    return new InstanceShape(
        writerClass, Serverless.CLASS.equals(writerClass) ? source.get().capacity() : null);
  }

  /** What can be ordered of an engine's version in a region. */
  record Orderable(RdsClient rds, String engine, String engineVersion) {
    boolean has(String instanceClass) {
      return rds
          .describeOrderableDBInstanceOptionsPaginator(
              query ->
                  query.engine(engine).engineVersion(engineVersion).dbInstanceClass(instanceClass))
          .orderableDBInstanceOptions()
          .stream()
          .findAny()
          .isPresent();
    }
  }
}
