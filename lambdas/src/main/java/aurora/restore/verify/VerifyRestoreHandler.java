package aurora.restore.verify;

import aurora.restore.cluster.ClusterLook;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.TransientFailure;
import aurora.restore.error.VerificationFailed;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

/**
 * Compares the cluster, its network and its instances with the plan, and reports what the restore
 * has brought about. All differences are told at once.
 */
public final class VerifyRestoreHandler extends JsonHandler<VerifyInput, RestoreReport> {
  private final Edge edge;

  public VerifyRestoreHandler() {
    this(Edge.ofContainer());
  }

  public VerifyRestoreHandler(Edge edge) {
    super(edge, VerifyInput.class);
    this.edge = edge;
  }

  @Override
  protected RestoreReport handle(VerifyInput input) {
    var plan = input.plan();
    var look = new ClusterLook(edge.aws(), plan);
    var cluster = look.cluster().orElseThrow(() -> unseen("cluster " + plan.cluster().id()));
    var instances = instances(plan, look);
    var comparison = new StructuralChecks(plan).of(cluster, subnetGroup(cluster), instances);
    if (!comparison.different().isEmpty()) {
      throw new VerificationFailed(plan.cluster().id(), comparison.different());
    }
    return new Reporter(input, edge.clock().instant())
        .report(cluster, instances, comparison.same());
  }

  private DBSubnetGroup subnetGroup(DBCluster cluster) {
    return edge.aws()
        .rds(cluster.dbClusterArn().split(":")[3])
        .describeDBSubnetGroups(query -> query.dbSubnetGroupName(cluster.dbSubnetGroup()))
        .dbSubnetGroups()
        .getFirst();
  }

  private static List<DBInstance> instances(RestorePlan plan, ClusterLook look) {
    var found = new ArrayList<DBInstance>();
    for (var planned : plan.instances()) {
      var id = planned.id();
      found.add(look.instance(id).orElseThrow(() -> unseen("instance " + id)));
    }
    return found;
  }

  /** It was available a moment ago: what is gone for good outlasts the retries. */
  private static TransientFailure unseen(String subject) {
    return new TransientFailure(
        subject, "RDS doesn't show it", "see whether somebody deleted it, then redrive");
  }
}
