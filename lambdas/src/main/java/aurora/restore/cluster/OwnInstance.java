package aurora.restore.cluster;

import aurora.restore.operation.Adoption;
import aurora.restore.operation.InstancePlan;
import aurora.restore.operation.RestorePlan;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Whether an instance of a planned name is the one that the plan means. */
final class OwnInstance {
  private OwnInstance() {}

  /**
   * @throws aurora.restore.error.ResourceNotOurs where it is another operation's or another
   *     cluster's
   */
  static void require(RestorePlan plan, InstancePlan planned, DBInstance found) {
    adoption(plan, planned, found).orRefuse();
  }

  /**
   * @throws aurora.restore.error.ResourceNotOurs where it is another operation's, or was made for
   *     another cluster, from another snapshot or of another class
   */
  static void requireSameSource(RestorePlan plan, InstancePlan planned, DBInstance found) {
    adoption(plan, planned, found)
        .same("class", planned.instanceClass(), found.dbInstanceClass())
        .orRefuse();
  }

  private static Adoption adoption(RestorePlan plan, InstancePlan planned, DBInstance found) {
    return Adoption.of(plan, subject(planned), found.tagList())
        .same("cluster", plan.cluster().id(), found.dbClusterIdentifier());
  }

  static String subject(InstancePlan planned) {
    return "instance " + planned.id();
  }
}
