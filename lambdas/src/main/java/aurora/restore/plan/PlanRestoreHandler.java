package aurora.restore.plan;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.operation.RestorePlan;

/** Decides everything that the restore will name, limit and tag. Makes nothing. */
public final class PlanRestoreHandler extends JsonHandler<PlanInput, RestorePlan> {
  private final Edge edge;

  public PlanRestoreHandler() {
    this(Edge.ofContainer(Primed.RDS, Primed.DYNAMO_DB, Primed.EC2, Primed.KMS));
  }

  public PlanRestoreHandler(Edge edge) {
    super(edge, PlanInput.class);
    this.edge = edge;
  }

  @Override
  protected RestorePlan handle(PlanInput input) {
    var execution = input.execution();
    var request = RestoreRequest.read(execution.input(), execution.name());
    return new Planner(edge, request, execution, input.state()).plan();
  }
}
