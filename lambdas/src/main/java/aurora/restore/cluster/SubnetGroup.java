package aurora.restore.cluster;

import static java.util.stream.Collectors.toSet;

import aurora.restore.edge.Boundary;
import aurora.restore.error.NetworkUnusable;
import aurora.restore.error.QuotaExceeded;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Tags;
import aurora.restore.rds.RdsLookup;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupDoesNotCoverEnoughAZsException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupQuotaExceededException;
import software.amazon.awssdk.services.rds.model.InvalidSubnetException;
import software.amazon.awssdk.services.rds.model.Subnet;

/** The group of the plan's subnets: a restore takes no bare ones. */
final class SubnetGroup {
  private SubnetGroup() {}

  /** Makes it, or adopts the one of an earlier try. */
  static void make(RestorePlan plan, RdsClient rds) {
    var name = plan.cluster().subnetGroup();
    var subject = "subnet group " + name;
    try {
      rds.createDBSubnetGroup(
          request ->
              request
                  .dbSubnetGroupName(name)
                  .dbSubnetGroupDescription("Made by restore operation " + plan.operationId())
                  .subnetIds(plan.cluster().subnetIds())
                  .tags(Tags.of(plan.tags())));
    } catch (DbSubnetGroupAlreadyExistsException e) {
      requireOurs(plan, new RdsLookup(rds), subject);
    } catch (InvalidSubnetException | DbSubnetGroupDoesNotCoverEnoughAZsException e) {
      throw new NetworkUnusable(subject, Boundary.said(e));
    } catch (DbSubnetGroupQuotaExceededException e) {
      throw new QuotaExceeded(subject, Boundary.said(e));
    }
  }

  /** RDS shows a fresh group late: its name can be taken before it is seen. */
  private static void requireOurs(RestorePlan plan, RdsLookup rds, String subject) {
    var unseen = new TransientFailure(subject, "it exists but isn't shown yet");
    var existing = rds.subnetGroup(plan.cluster().subnetGroup()).orElseThrow(() -> unseen);
    Ownership.require(plan, subject, rds.tags(existing).orElseThrow(() -> unseen));
    requireSameSubnets(plan, existing, subject);
  }

  /** The operation may have been started again with other subnets. */
  private static void requireSameSubnets(RestorePlan plan, DBSubnetGroup group, String subject) {
    var has = group.subnets().stream().map(Subnet::subnetIdentifier).collect(toSet());
    if (!has.equals(new TreeSet<>(plan.cluster().subnetIds()))) {
      throw new NetworkUnusable(
          subject,
          "it exists already, with the subnets " + new TreeSet<>(has),
          "start again with those subnet_ids, or have the operation cleaned up first");
    }
  }
}
