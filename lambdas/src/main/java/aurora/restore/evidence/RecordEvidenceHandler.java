package aurora.restore.evidence;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.AuditTrail;
import aurora.restore.audit.OperationRow;
import aurora.restore.audit.OperationTable;
import aurora.restore.audit.Schema;
import aurora.restore.audit.TrailRows;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.edge.Primed;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.OperatorError;
import aurora.restore.error.TransientFailure;
import aurora.restore.evidence.Evidence.RunBefore;
import aurora.restore.operation.EvidenceWritten;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes what an operation can be shown to have done, once for each of its ends. Its time is that
 * of the state that calls, so that a retry finds what an earlier try has written, and answers that.
 */
public final class RecordEvidenceHandler extends JsonHandler<RecordEvidenceInput, EvidenceWritten> {
  /** Of the state's, while a bucket doesn't answer. */
  private static final int MOST_TRIES = 5;

  private static final String NOT_KEPT = "no copy of the evidence was kept: ";

  private final Edge edge;
  private final OperationTable operations;
  private final TrailRows rows;
  private final AuditTrail trail;

  public RecordEvidenceHandler() {
    this(Edge.ofContainer(Primed.DYNAMO_DB, Primed.KMS));
  }

  public RecordEvidenceHandler(Edge edge) {
    super(edge, RecordEvidenceInput.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
    this.rows = TrailRows.of(edge);
    this.trail = AuditTrail.of(edge);
  }

  @Override
  protected EvidenceWritten handle(RecordEvidenceInput input) {
    var all = rows.all(input.operationId()).stream().map(Attributes::json).toList();
    var row = operations.find(input.operationId());
    if (input instanceof RecordEvidenceInput.Completed) {
      requireHeld(input, row);
    }
    var at = input.state().enteredAt();
    var written = written(input, row, all, at);
    while (written.isEmpty()) { // in this very millisecond another execution has written its own
      at = at.plusMillis(1);
      written = written(input, row, all, at);
    }
    return answer(written.get(), input.state().retryCount());
  }

  /** What another execution holds by now is never shown to be complete. */
  private static void requireHeld(RecordEvidenceInput input, Optional<OperationRow> row) {
    var holder = row.map(OperationRow::executionArn);
    if (holder.filter(input.execution().id()::equals).isEmpty()) {
      throw new OperationInProgress(
          "operation " + input.operationId(),
          holder.map(it -> "it belongs to execution " + it).orElse("it isn't claimed any more"));
    }
  }

  /** Empty where another execution's evidence is in its place. */
  private Optional<EvidenceRow> written(
      RecordEvidenceInput input, Optional<OperationRow> row, List<JsonNode> all, Instant at) {
    var entry = Schema.entry(at, EvidenceRow.EVENT);
    var there = all.stream().filter(it -> entry.equals(it.path(Schema.ENTRY).asText())).findFirst();
    if (there.isPresent()) {
      return there
          .map(EvidenceRow::of)
          .filter(it -> it.recordedBy().equals(input.execution().id()));
    }
    var earlier =
        all.stream().filter(it -> it.path(Schema.ENTRY).asText().compareTo(entry) < 0).toList();
    var facts = Facts.of(input, row, earlier.stream().map(TrailRow::of).toList());
    var document =
        new Document(facts, edge.settings().evidence(), input.execution().id(), at)
            .with(before(facts), Chain.of(input.operationId(), earlier))
            .document();
    var keyArn = edge.settings().evidence().keyArn();
    var signature = keyArn == null ? null : new Signer(edge.aws(), keyArn).sign(document);
    return trail
        .add(
            input.operationId(),
            at,
            EvidenceRow.EVENT,
            input.execution().id(),
            input.startedAt(),
            EvidenceRow.details(document, signature))
        .map(EvidenceRow::of);
  }

  /** The completed operation of the same cluster that began last before this one; else null. */
  private RunBefore before(Facts facts) {
    if (facts.plan() == null || facts.row() == null) {
      return null;
    }
    return operations
        .completed()
        .filter(it -> it.startedAt().isBefore(facts.row().startedAt()))
        .filter(it -> !it.operationId().equals(facts.operationId()))
        .filter(it -> it.isOfClusterOf(facts.plan().snapshot()))
        .findFirst()
        .map(it -> new RunBefore(it.operationId(), completedAt(it)))
        .orElse(null);
  }

  /** A clean-up takes the time away, and leaves what it can be counted from. */
  private static Instant completedAt(OperationRow row) {
    return row.completedAt() == null
        ? row.startedAt().plusSeconds(row.report().rtoSeconds())
        : row.completedAt();
  }

  /**
   * What is written stays written: a bucket that doesn't take its copy for a while is tried again,
   * and one that doesn't at all is a warning.
   */
  private EvidenceWritten answer(EvidenceRow row, int tries) {
    var bucket = edge.settings().evidence().bucket();
    if (bucket == null) {
      return answer(row, null, List.of());
    }
    try {
      return answer(row, new Vault(edge.aws().objects(), bucket).keep(row), List.of());
    } catch (TransientFailure e) {
      if (tries < MOST_TRIES) {
        throw e;
      }
      return answer(row, null, List.of(NOT_KEPT + e.getMessage()));
    } catch (OperatorError e) {
      return answer(row, null, List.of(NOT_KEPT + e.getMessage()));
    }
  }

  private static EvidenceWritten answer(EvidenceRow row, String storedAt, List<String> warnings) {
    return new EvidenceWritten(row.digest(), row.at(), row.signature() != null, storedAt, warnings);
  }
}
