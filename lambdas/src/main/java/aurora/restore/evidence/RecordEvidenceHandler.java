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
 * Writes what an operation can be shown to have done, for each of its ends. Its time is that of the
 * state that calls, so that a retry finds what an earlier try has written, and answers that.
 */
public final class RecordEvidenceHandler extends JsonHandler<RecordEvidenceInput, EvidenceWritten> {
  /** Of the state's, while a bucket doesn't answer. */
  private static final int MOST_TRIES = 5;

  /** Before what is written is taken as it is: by then somebody else has a hand in the trail. */
  private static final int MOST_LOOKS = 5;

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

  /**
   * Looks again at what has been written: another execution of the operation may have written a row
   * meanwhile that the newest evidence doesn't know, and whoever verifies it would find that row
   * inserted.
   */
  @Override
  protected EvidenceWritten handle(RecordEvidenceInput input) {
    EvidenceRow own = null;
    for (int look = 0; look < MOST_LOOKS; look++) {
      var all = rows.all(input.operationId()).stream().map(Attributes::json).toList();
      var seen = own(input, all);
      own = seen.orElse(own);
      if (seen.isPresent()
          && (isWhole(shown(all).getLast(), all)
              || !isHeld(input, operations.find(input.operationId())))) {
        break;
      }
      own = write(input, all, place(input, all, seen.isPresent())).orElse(own);
    }
    if (own == null) {
      throw new TransientFailure(
          "evidence of operation " + input.operationId(),
          "other executions write theirs at the same moments");
    }
    return answer(own, input.state().retryCount());
  }

  /** The time of the state that calls; of what is written anew, one after the newest evidence. */
  private static Instant place(RecordEvidenceInput input, List<JsonNode> all, boolean isAnew) {
    var at =
        isAnew
            ? Instant.parse(shown(all).getLast().path("at").asText()).plusMillis(1)
            : input.state().enteredAt();
    while (isTaken(all, at)) { // in this very millisecond another execution has written its own
      at = at.plusMillis(1);
    }
    return at;
  }

  private static List<JsonNode> shown(List<JsonNode> all) {
    return all.stream()
        .filter(row -> EvidenceRow.EVENT.equals(row.path("event").asText()))
        .toList();
  }

  /** The newest that this state of the execution has written: by this try or an earlier one. */
  private static Optional<EvidenceRow> own(RecordEvidenceInput input, List<JsonNode> all) {
    var earliest = Schema.entry(input.state().enteredAt(), EvidenceRow.EVENT);
    return shown(all).stream()
        .filter(it -> it.path("recorded_by").asText().equals(input.execution().id()))
        .filter(it -> it.path(Schema.ENTRY).asText().compareTo(earliest) >= 0)
        .reduce((_, newer) -> newer)
        .map(EvidenceRow::of);
  }

  /** Whether it knows all that stands before it; false where nobody can read it any more. */
  private static boolean isWhole(JsonNode row, List<JsonNode> all) {
    try {
      var evidence = EvidenceRow.of(row);
      return Chain.breaches(
              evidence.operationId(), evidence.evidence().trail(), all, evidence.entry())
          .stream()
          .noneMatch(it -> it.kind() == Breach.Kind.INSERTED);
    } catch (IllegalStateException | IllegalArgumentException e) {
      return false; // somebody has changed it: what is written after it tells the trail as it is
    }
  }

  private static boolean isTaken(List<JsonNode> all, Instant at) {
    var entry = Schema.entry(at, EvidenceRow.EVENT);
    return all.stream().anyMatch(it -> it.path(Schema.ENTRY).asText().equals(entry));
  }

  /** Whether it may still be written: what another execution holds is never shown complete. */
  private static boolean isHeld(RecordEvidenceInput input, Optional<OperationRow> row) {
    return !(input instanceof RecordEvidenceInput.Completed)
        || row.map(OperationRow::executionArn).filter(input.execution().id()::equals).isPresent();
  }

  /** Empty where another execution has put its own in the same place meanwhile. */
  private Optional<EvidenceRow> write(RecordEvidenceInput input, List<JsonNode> all, Instant at) {
    var row = operations.find(input.operationId());
    if (!isHeld(input, row)) {
      throw new OperationInProgress(
          "operation " + input.operationId(),
          row.map(it -> "it belongs to execution " + it.executionArn())
              .orElse("it isn't claimed any more"));
    }
    var entry = Schema.entry(at, EvidenceRow.EVENT);
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
