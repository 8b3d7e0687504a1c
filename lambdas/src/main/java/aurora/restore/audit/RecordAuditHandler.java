package aurora.restore.audit;

import aurora.restore.audit.OperationTable.Written;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.operation.Recorded;

/**
 * Records a milestone or a failure in both tables at once. The first milestone claims the
 * operation. The time is that of the event, so that a retry writes the same entry again, which is
 * then left alone.
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
    var entry = input.entry();
    return switch (operations.record(entry)) {
      case BOTH -> new Recorded(entry.event(), entry.at(), false);
      case BEFORE -> new Recorded(entry.event(), entry.at(), true);
      case NEITHER -> refused(entry);
    };
  }

  /** A restore stops here; of a failure the trail tells all the same. */
  private Recorded refused(Entry entry) {
    return switch (entry) {
      case MilestoneEntry milestone -> throw operations.inProgress(milestone.operationId());
      case FailureEntry failure -> {
        var before = operations.recordInTrailAlone(failure) == Written.BEFORE;
        yield new Recorded(failure.event(), failure.at(), before);
      }
    };
  }
}
