package aurora.restore.audit;

import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.operation.Recorded;

/**
 * Records a milestone in both tables at once, and claims the operation with the first. The time is
 * that of the state's entry, so that a retry writes the same entry again, which is then left alone.
 */
public final class RecordAuditHandler extends JsonHandler<AuditInput, Recorded> {
  private final OperationTable operations;

  public RecordAuditHandler() {
    this(Edge.ofContainer());
  }

  public RecordAuditHandler(Edge edge) {
    super(AuditInput.class);
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected Recorded handle(AuditInput input) {
    operations.record(input);
    return new Recorded(input.event(), input.state().enteredAt());
  }
}
