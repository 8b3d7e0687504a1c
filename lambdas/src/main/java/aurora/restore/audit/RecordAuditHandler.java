package aurora.restore.audit;

import aurora.restore.audit.AuditTrail.Written;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Recorded;
import aurora.restore.telemetry.Measurement;
import java.util.List;

/**
 * Records a milestone or a failure in both tables at once. The first milestone claims the
 * operation. The time is that of the event, so that a retry writes the same entry again, which is
 * then left alone.
 */
public final class RecordAuditHandler extends JsonHandler<AuditInput, Recorded> {
  private final OperationTable operations;
  private final Claims claims;
  private final AuditTrail trail;
  private final Edge edge;

  public RecordAuditHandler() {
    this(Edge.ofContainer(Primed.DYNAMO_DB));
  }

  public RecordAuditHandler(Edge edge) {
    super(edge, AuditInput.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
    this.claims = Claims.of(edge);
    this.trail = AuditTrail.of(edge);
  }

  @Override
  protected Recorded handle(AuditInput input) {
    var entry = asItStands(input.entry());
    var written =
        switch (trail.record(entry)) {
          case NOW -> Written.NOW;
          case AGAIN -> Written.AGAIN;
          case BEFORE -> recordedBefore(entry);
          case NEITHER -> recordedAlone(entry);
        };
    var isNew = written == Written.NOW;
    var isRepeated = written == Written.BEFORE;
    return switch (entry) {
      case ReachedEntry reached ->
          new Recorded(reached.event(), reached.at(), isRepeated, false, null, null, isNew);
      case FailureEntry failure -> {
        var isAsked = failure.failure().cleanUp();
        var kept = isAsked ? keptBecause(failure) : "";
        yield new Recorded(
            failure.event(),
            failure.at(),
            isRepeated,
            isAsked && kept.isEmpty(),
            kept,
            failure.left(),
            isNew);
      }
    };
  }

  /**
   * What is written depends on the operation's row. Of a failure, whether the row may be forgotten.
   * Of a first milestone, a clean-up's too, whether the row's execution has been redriven and runs:
   * its row follows only when its first function is called, which may be a pause later. Of a
   * restore's also whether its plan knows what has become of the operation.
   */
  private Entry asItStands(Entry entry) {
    return switch (entry) {
      case FailureEntry(Failure failure, ExecutionContext reporter, OperationRow _) ->
          new FailureEntry(failure, reporter, operations.find(failure.operationId()).orElse(null));
      case MilestoneEntry milestone -> {
        if (milestone.event() == Milestone.STARTED) {
          new Claimant(edge.aws().sfn(), operations).refuseIfTaken(milestone);
        }
        yield milestone;
      }
      case CleanUpEntry cleanUp -> {
        if (cleanUp.event() == Milestone.CLEAN_UP_STARTED) {
          new Claimant(edge.aws().sfn(), operations).refuseIfTaken(cleanUp);
        }
        yield cleanUp;
      }
    };
  }

  /**
   * Only of what was recorded by this very call: an earlier try has measured it already. One that
   * died after it wrote and before it measured leaves a gap in the metrics; the rows have no gap.
   */
  @Override
  protected List<Measurement> measured(AuditInput input, Recorded recorded) {
    return recorded.anew() ? Figures.of(input) : List.of();
  }

  /**
   * Why what was made isn't to be cleaned up: asked of a failure alone, and of one only that is to
   * be followed by a clean-up. Empty where it is to be cleaned up.
   */
  private String keptBecause(FailureEntry failure) {
    return failure.keptBecause(operations.find(failure.operationId())).orElse("");
  }

  /**
   * A restore or a clean-up stops here: another execution has reached the same milestone in the
   * same millisecond, as two do that one schedule started. Of a failure the trail tells already,
   * and yet the row may say otherwise.
   */
  private Written recordedBefore(Entry entry) {
    return switch (entry) {
      case ReachedEntry reached -> throw claims.inProgress(reached.operationId());
      case FailureEntry failure -> {
        trail.recordStateAlone(failure);
        yield Written.BEFORE;
      }
    };
  }

  /** A restore or a clean-up stops here; of a failure the trail tells all the same. */
  private Written recordedAlone(Entry entry) {
    return switch (entry) {
      case ReachedEntry reached -> throw claims.inProgress(reached.operationId());
      case FailureEntry failure -> trail.recordInTrailAlone(failure);
    };
  }
}
