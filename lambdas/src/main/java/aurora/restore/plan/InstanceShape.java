package aurora.restore.plan;

import aurora.restore.operation.Capacity;
import java.util.Optional;
import java.util.Set;

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
      PreflightFindings findings) {
    if (request.instances().isServerless()) {
      return new InstanceShape(
          Serverless.CLASS,
          new Capacity(
              request.instances().minCapacity(),
              request.instances().maxCapacity(),
              autoPause(request, request.instances().minCapacity(), source)));
    }
    if (request.instances().instanceClass() != null) {
      return new InstanceShape(request.instances().instanceClass(), null);
    }
    var writerClass =
        source.flatMap(SourceCluster::writer).map(SourceWriter::instanceClass).orElse(null);
    if (writerClass == null) {
      findings.warn("the source cluster has no writer to go by: instances are " + fallbackClass);
      return new InstanceShape(fallbackClass, null);
    }
    // Where it isn't known, the source's class is the likelier one.
    if (orderable.zones(writerClass).filter(Set::isEmpty).isPresent()) {
      findings.warn(
          "the source writer's class "
              + writerClass
              + " can't be ordered in "
              + request.targetRegion()
              + ": instances are "
              + fallbackClass);
      return new InstanceShape(fallbackClass, null);
    }
    if (!Serverless.CLASS.equals(writerClass) || source.get().capacity() == null) {
      return new InstanceShape(writerClass, null);
    }
    var has = source.get().capacity();
    var capacity = new Capacity(has.min(), has.max(), autoPause(request, has.min(), source));
    findings.warn(
        "capacities are the source cluster's, "
            + capacity.min()
            + " to "
            + capacity.max()
            + " ACUs"
            + (capacity.secondsUntilAutoPause() == null
                ? ""
                : ", and it pauses after " + capacity.secondsUntilAutoPause() + " idle seconds"));
    return new InstanceShape(writerClass, capacity);
  }

  /** Only a cluster that may scale down to nothing can pause. */
  private static Integer autoPause(
      RestoreRequest request, double min, Optional<SourceCluster> source) {
    if (min > 0) {
      return null;
    }
    return request.instances().secondsUntilAutoPause() != null
        ? request.instances().secondsUntilAutoPause()
        : source.map(SourceCluster::capacity).map(Capacity::secondsUntilAutoPause).orElse(null);
  }
}
