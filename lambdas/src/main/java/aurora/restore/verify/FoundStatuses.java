package aurora.restore.verify;

import aurora.restore.error.VerificationFailed;
import aurora.restore.operation.ClusterStatus;
import aurora.restore.operation.InstanceStatus;
import aurora.restore.operation.RestorePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** The cluster and its instances as they were just looked at: there or not, at rest or at work. */
record FoundStatuses(RestorePlan plan, Optional<DBCluster> cluster, List<Seen> instances) {

  /** An instance of the plan; empty where RDS doesn't show it. */
  record Seen(String id, Optional<DBInstance> instance) {}

  /**
   * Which of them may still come to rest by themselves, in words; empty where all are at rest, or
   * where any is broken or gone: then there is nothing to wait for.
   *
   * @param mustBeSeen whether each would be shown by now, were it there
   */
  Optional<String> passing(boolean mustBeSeen) {
    if (isAnyBroken() || (mustBeSeen && !missing().isEmpty())) {
      return Optional.empty();
    }
    var passing = new ArrayList<>(missing().stream().map(it -> it + " not seen yet").toList());
    cluster
        .map(DBCluster::status)
        .filter(status -> !ClusterStatus.READY.equals(status))
        .ifPresent(status -> passing.add("cluster " + status));
    for (var instance : shown()) {
      if (!InstanceStatus.AVAILABLE.equals(instance.dbInstanceStatus())) {
        passing.add(
            "instance " + instance.dbInstanceIdentifier() + " " + instance.dbInstanceStatus());
      }
    }
    return passing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", passing));
  }

  /**
   * @throws VerificationFailed naming what isn't there
   */
  void requireAll() {
    if (!missing().isEmpty()) {
      throw new VerificationFailed(
          plan.cluster().id(),
          missing().stream().map(it -> it + " doesn't exist any more").toList());
    }
  }

  List<DBInstance> shown() {
    return instances.stream().flatMap(seen -> seen.instance().stream()).toList();
  }

  private boolean isAnyBroken() {
    return cluster.map(DBCluster::status).filter(ClusterStatus::isBroken).isPresent()
        || shown().stream().map(DBInstance::dbInstanceStatus).anyMatch(InstanceStatus::isBroken);
  }

  private List<String> missing() {
    var missing = new ArrayList<String>();
    if (cluster.isEmpty()) {
      missing.add("cluster " + plan.cluster().id());
    }
    instances.stream()
        .filter(seen -> seen.instance().isEmpty())
        .forEach(seen -> missing.add("instance " + seen.id()));
    return missing;
  }
}
