package aurora.restore.cluster;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Step;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;

/**
 * Applies what a restore can't set: a master password that RDS keeps in Secrets Manager. Safe to
 * call again: a cluster whose password is managed already stays as it is.
 */
public final class ApplySettingsHandler extends JsonHandler<Step, ClusterStarted> {
  private final Edge edge;
  private final OperationTable operations;

  public ApplySettingsHandler() {
    this(Edge.ofContainer());
  }

  public ApplySettingsHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected ClusterStarted handle(Step step) {
    var id = step.plan().cluster().id();
    operations.requireClaim(step.plan().operationId(), step.execution());
    try {
      edge.aws()
          .rds(step.plan().targetRegion())
          .modifyDBCluster(
              request ->
                  request
                      .dbClusterIdentifier(id)
                      .manageMasterUserPassword(true)
                      .applyImmediately(true));
    } catch (InvalidDbClusterStateException e) {
      throw new TransientFailure("cluster " + id, Boundary.said(e)); // busy for some minutes
    }
    return new ClusterStarted(id);
  }
}
