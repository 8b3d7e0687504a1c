package aurora.restore.audit;

import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestorePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource that an operation made.
 *
 * @param kind {@code cluster-snapshot}, {@code subnet-group}, {@code cluster} or {@code instance}
 */
record Made(String kind, String id, String region) {

  /** What exists once a milestone is reached, by the plan's own names. */
  static List<Made> by(Milestone milestone, RestorePlan plan) {
    var made = new ArrayList<Made>();
    if (plan.copyNeeded() && milestone.compareTo(Milestone.SNAPSHOT_COPIED) >= 0) {
      made.add(new Made("cluster-snapshot", plan.copy().id(), plan.targetRegion()));
    }
    if (milestone.compareTo(Milestone.CLUSTER_RESTORED) >= 0) {
      made.add(new Made("subnet-group", plan.cluster().subnetGroup(), plan.targetRegion()));
      made.add(new Made("cluster", plan.cluster().id(), plan.targetRegion()));
    }
    if (milestone.compareTo(Milestone.INSTANCES_READY) >= 0) {
      plan.instances().stream()
          .map(InstancePlan::id)
          .forEach(id -> made.add(new Made("instance", id, plan.targetRegion())));
    }
    return made;
  }
}
