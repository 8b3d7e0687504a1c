package aurora.restore.cluster;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.operation.Look;
import aurora.restore.operation.Step;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Looks once whether the settings are in force: the cluster available, its secret active. */
public final class WaitForSettingsHandler extends JsonHandler<Step, Look> {
  private static final String ACTIVE = "active";

  private final Edge edge;
  private final OperationTable operations;

  public WaitForSettingsHandler() {
    this(Edge.ofContainer());
  }

  public WaitForSettingsHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected Look handle(Step step) {
    var now = edge.clock().instant();
    var progress = new ClusterProgress(step, now);
    var cluster = new ClusterLook(edge.aws(), step.plan()).cluster();
    var look = progress.of(cluster);
    if (look.isReady() && !isSecretActive(cluster.orElseThrow())) {
      look = progress.pending("available, its secret not active yet", null);
    }
    operations.progress(step, step.plan().cluster().id(), look, now);
    return look;
  }

  private static boolean isSecretActive(DBCluster cluster) {
    var secret = cluster.masterUserSecret();
    return secret != null && ACTIVE.equals(secret.secretStatus());
  }
}
