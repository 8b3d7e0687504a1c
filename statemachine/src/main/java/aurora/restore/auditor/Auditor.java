package aurora.restore.auditor;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.TrailRows;
import aurora.restore.auditor.Proof.Subject;
import aurora.restore.edge.Aws;
import aurora.restore.evidence.Breach;
import aurora.restore.evidence.Chain;
import aurora.restore.evidence.Evidence;
import aurora.restore.evidence.EvidenceRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads an operation's newest evidence, and holds it against what there is. */
public final class Auditor {
  private final TrailRows rows;
  private final SignatureCheck signatures;

  /**
   * @param signingKeyArn the key that the deployment signs by; null where it has none
   */
  public Auditor(Aws aws, String auditTable, String signingKeyArn) {
    this(aws.dynamoDb(), auditTable, PublicKeys.ofKms(aws), signingKeyArn);
  }

  Auditor(DynamoDbClient dynamoDb, String auditTable, PublicKeys keys, String signingKeyArn) {
    this.rows = new TrailRows(dynamoDb, auditTable);
    this.signatures = new SignatureCheck(keys, signingKeyArn);
  }

  /**
   * Empty where the operation has no evidence.
   *
   * @throws IllegalStateException where what should be evidence lacks its document or its digest
   */
  public Optional<Examined> examine(String operationId) {
    var items = rows.all(operationId);
    return items.stream()
        .filter(EvidenceRow::is)
        .reduce((_, later) -> later)
        .map(EvidenceRow::of)
        .map(row -> examined(operationId, row, items.stream().map(Attributes::json).toList()));
  }

  private Examined examined(String operationId, EvidenceRow row, List<JsonNode> trail) {
    Evidence evidence;
    try {
      evidence = Whole.evidence(row);
    } catch (IllegalArgumentException | DateTimeException e) {
      var unread = Proof.broken(Subject.DOCUMENT, "it can't be read: " + e.getMessage());
      var unheld = Proof.unknown(Subject.TRAIL, "without its document there is no chain");
      return new Examined(row, null, List.of(unread, signatures.of(row), unheld), trail);
    }
    return new Examined(
        row,
        evidence,
        List.of(
            document(operationId, row, evidence),
            signatures.of(row),
            chained(operationId, row, evidence, trail)),
        trail);
  }

  private static Proof document(String operationId, EvidenceRow row, Evidence evidence) {
    if (!row.isIntact()) {
      return Proof.broken(
          Subject.DOCUMENT,
          "its SHA-256 is "
              + EvidenceRow.digest(row.document())
              + ", and its digest says "
              + row.digest()
              + ": one of them was altered");
    }
    return operationId.equals(evidence.operationId())
        ? Proof.holds(Subject.DOCUMENT, "its SHA-256 is its digest, " + row.digest())
        : Proof.broken(
            Subject.DOCUMENT, "it is that of another operation, " + evidence.operationId());
  }

  private static Proof chained(
      String operationId, EvidenceRow row, Evidence evidence, List<JsonNode> trail) {
    var breaches = Chain.breaches(operationId, evidence.trail(), trail, row.entry());
    return breaches.isEmpty()
        ? Proof.holds(
            Subject.TRAIL, "all " + evidence.trail().events().size() + " events are as they were")
        : Proof.broken(
            Subject.TRAIL, breaches.stream().map(Breach::words).collect(Collectors.joining("; ")));
  }
}
