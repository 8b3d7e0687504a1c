package aurora.restore.auditor;

import aurora.restore.audit.Schema;
import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Evidence and what came of examining it, for programs. */
public final class ExaminedJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExaminedJson() {}

  /**
   * {@code evidence} is the document as JSON, {@code document} the text that was digested and
   * signed.
   */
  public static ObjectNode of(Examined examined) {
    var row = examined.row();
    var json = verification(examined);
    json.put("recorded_by", row.recordedBy());
    if (row.signature() != null) {
      json.set("signature", Records.tree(row.signature()));
    }
    json.set("evidence", tree(row.document()));
    json.put("document", row.document());
    var later = json.putArray("later");
    for (var event : examined.later()) {
      later
          .addObject()
          .put(Schema.ENTRY, event.path(Schema.ENTRY).asText())
          .put("event", event.path("event").asText());
    }
    json.set("reviews", Records.tree(examined.reviews()));
    return json;
  }

  /** Whether it holds, and no more. */
  public static ObjectNode verification(Examined examined) {
    var row = examined.row();
    var json = NODES.objectNode();
    json.put(Schema.OPERATION_ID, row.operationId());
    json.put(Schema.ENTRY, row.entry());
    json.put("digest", row.digest());
    json.put("result", examined.result().name());
    json.set("proofs", Records.tree(examined.proofs()));
    return json;
  }

  /** Null where it is no JSON any more. */
  private static JsonNode tree(String document) {
    try {
      return JsonText.read(document);
    } catch (JsonProcessingException e) {
      return NODES.nullNode();
    }
  }
}
