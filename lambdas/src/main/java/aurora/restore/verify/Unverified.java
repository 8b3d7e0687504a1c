package aurora.restore.verify;

import aurora.restore.operation.ClusterPlan;
import aurora.restore.operation.InstancePlan;
import java.util.List;

/**
 * A component of the plan that no check of its own compares.
 *
 * @param reason why not
 */
record Unverified(Class<? extends Record> record, String component, String reason) {
  static final List<Unverified> ALL =
      List.of(
          new Unverified(
              ClusterPlan.class,
              "restoreFrom",
              "RDS doesn't tell which snapshot a cluster was restored from; the tag that names the"
                  + " source snapshot is compared with the other tags"),
          new Unverified(ClusterPlan.class, "capacity", "each of its components has a check"),
          new Unverified(ClusterPlan.class, "settings", "each of its components has a check"),
          new Unverified(InstancePlan.class, "settings", "each of its components has a check"));
}
