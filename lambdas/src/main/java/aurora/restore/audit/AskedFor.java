package aurora.restore.audit;

import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.ResourceKind;
import aurora.restore.operation.RestorePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a restore has asked for by the time that it ends at a state, by its plan's own names. A
 * milestone tells what is there for certain; what was asked for since may be there too, half made
 * or not seen yet, and is paid for.
 */
final class AskedFor {
  /** How far a restore has come when it is at a state. */
  private enum Reach {
    NOTHING,
    COPY,
    CLUSTER,
    WRITER,
    READERS
  }

  private AskedFor() {}

  /**
   * @param state where the execution ended; null where nobody knows: then all may be there
   */
  static List<OwnedResource> until(String state, RestorePlan plan) {
    var reach = reach(state);
    var asked = new ArrayList<OwnedResource>();
    if (plan.copyNeeded() && reach.compareTo(Reach.COPY) >= 0) {
      asked.add(new OwnedResource(ResourceKind.CLUSTER_SNAPSHOT, plan.copy().id()));
    }
    if (reach.compareTo(Reach.CLUSTER) >= 0) {
      asked.add(new OwnedResource(ResourceKind.SUBNET_GROUP, plan.cluster().subnetGroup()));
      asked.add(new OwnedResource(ResourceKind.CLUSTER, plan.cluster().id()));
    }
    if (reach.compareTo(Reach.WRITER) >= 0) {
      asked.add(instance(plan.writer()));
    }
    if (reach.compareTo(Reach.READERS) >= 0) {
      plan.readers().forEach(reader -> asked.add(instance(reader)));
    }
    return asked;
  }

  private static OwnedResource instance(InstancePlan instance) {
    return new OwnedResource(ResourceKind.INSTANCE, instance.id());
  }

  private static Reach reach(String state) {
    return switch (state) {
      case "Plan Restore", "Dry Run?", "Record Started", "Notify Started", "Copy Needed?" ->
          Reach.NOTHING;
      case "Copy Snapshot",
          "Copy Started?",
          "Pause For Copy Slot",
          "Wait For Copy",
          "Copy Ready?",
          "Pause For Copy",
          "Record Snapshot Copied",
          "Notify Snapshot Copied" ->
          Reach.COPY;
      case "Restore Cluster",
          "Restore Started?",
          "Wait For Cluster",
          "Cluster Ready?",
          "Pause For Cluster",
          "Record Cluster Restored",
          "Notify Cluster Restored" ->
          Reach.CLUSTER;
      case "Create Instance",
          "Instance Started?",
          "Pause For Busy Cluster",
          "Wait For Instance",
          "Instance Ready?",
          "Pause For Instance" ->
          Reach.WRITER;
      case null -> Reach.READERS;
      case String _ -> Reach.READERS; // all that follows
    };
  }
}
