package aurora.restore.evidence;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.json.Records;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Evidence as the audit table holds it, beside the rows that it tells of.
 *
 * @param entry its sort key, {@code <time>#EVIDENCE}
 * @param recordedBy the ARN of the execution that had it written
 * @param document the text of the {@link Evidence}, exactly as it was digested
 * @param digest hex SHA-256 of the document in UTF-8
 * @param signature null where the deployment has no key
 */
public record EvidenceRow(
    String operationId,
    String entry,
    String event,
    Instant at,
    String recordedBy,
    String document,
    String digest,
    Signature signature) {
  /** What {@code event} says of such a row. */
  public static final String EVENT = "EVIDENCE";

  /**
   * @param algorithm as KMS calls it, {@code ECDSA_SHA_256}
   * @param value the signature of the digest: DER, in base64
   */
  public record Signature(String keyArn, String algorithm, String value) {}

  /** Whether a row of the trail is one of these. */
  public static boolean is(Map<String, AttributeValue> row) {
    return row.containsKey("event") && EVENT.equals(row.get("event").s());
  }

  /**
   * @throws IllegalStateException where the row lacks what it must have
   */
  public static EvidenceRow of(Map<String, AttributeValue> row) {
    return of(Attributes.json(row));
  }

  /** The same of a row as JSON. */
  public static EvidenceRow of(JsonNode row) {
    try {
      var read = Records.read(row, EvidenceRow.class);
      if (read.document == null || read.digest == null) {
        throw new IllegalArgumentException("it has no document or no digest");
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "evidence "
              + row.path(Schema.ENTRY).asText()
              + " of operation "
              + row.path(Schema.OPERATION_ID).asText()
              + " can't be read",
          e);
    }
  }

  /** What such a row has beside what every row of the trail has. */
  static Map<String, AttributeValue> details(String document, Signature signature) {
    var details = new LinkedHashMap<String, AttributeValue>();
    details.put("document", Attributes.text(document));
    details.put("digest", Attributes.text(digest(document)));
    if (signature != null) {
      details.put("signature", Attributes.of(signature));
    }
    return details;
  }

  /** The digest of a document, hex. */
  public static String digest(String document) {
    return Sha256.hex(Sha256.of(document));
  }

  /** Whether the document is still the one whose digest the row has. */
  public boolean isIntact() {
    return digest(document).equals(digest);
  }

  /**
   * What the document says.
   *
   * @throws IllegalArgumentException where it is no evidence of this form
   */
  public Evidence evidence() {
    return Evidence.read(document);
  }
}
