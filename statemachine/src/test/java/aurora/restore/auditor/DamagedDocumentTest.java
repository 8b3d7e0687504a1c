package aurora.restore.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.house.Repository;
import aurora.restore.json.JsonText;
import aurora.restore.world.JsonFile;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is done to a document, an auditor is told so, and by no exception. */
class DamagedDocumentTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final SigningKey KEY = SigningKey.of("evidence");

  private static World world;
  private static AuditTable table;
  private static JsonNode document;

  @BeforeAll
  static void restore() throws Exception {
    var input = JsonFile.read(Repository.path("docs/examples/restore.json"));
    world = World.of(input, 1);
    world.restore("drill-1", input);
    table = new AuditTable(world.console().dynamoDb(), World.AUDIT_TABLE, "drill-1");
    table.writeEvidence(KEY);
    document = JsonText.read(table.row(EvidenceRow.EVENT).get("document").s());
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @Test
  void whateverIsMissing() {
    assertBrokenAndShown(parent -> null);
  }

  @Test
  void whateverIsSomethingElse() {
    assertBrokenAndShown(_ -> NODES.textNode("damaged"));
    assertBrokenAndShown(_ -> NODES.numberNode(-7));
    assertBrokenAndShown(_ -> NODES.arrayNode().add(NODES.nullNode()));
    assertBrokenAndShown(_ -> NODES.objectNode().put("x", "y"));
  }

  /** Each member and each item in turn, at every depth. */
  private static void assertBrokenAndShown(Function<JsonNode, JsonNode> instead) {
    for (var place : places(document, List.of())) {
      var damaged = damaged(document, place, instead);
      table.alter(
          EvidenceRow.EVENT, row -> row.put("document", Attributes.text(JsonText.of(damaged))));

      var examined =
          new Auditor(table.dynamoDb(), table.name(), _ -> KEY.publicKey(), KEY.arn())
              .examine("drill-1")
              .orElseThrow();
      assertThat(examined.result()).as(place.toString()).isEqualTo(Proof.Result.BROKEN);
      assertThat(EvidenceText.lines(examined)).isNotEmpty();
      assertThat(EvidencePage.html(examined)).contains("The evidence doesn't hold");
      assertThat(ExaminedJson.of(examined).path("result").asText()).isEqualTo("BROKEN");
    }
  }

  /** Names and positions, from the top. */
  private static List<List<Object>> places(JsonNode node, List<Object> here) {
    var places = new ArrayList<List<Object>>();
    for (var member : node.properties()) {
      places.addAll(below(member.getValue(), here, member.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.addAll(below(node.get(i), here, i));
    }
    return places;
  }

  private static List<List<Object>> below(JsonNode node, List<Object> here, Object step) {
    var place = new ArrayList<>(here);
    place.add(step);
    var places = new ArrayList<List<Object>>();
    places.add(place);
    places.addAll(places(node, place));
    return places;
  }

  private static JsonNode damaged(
      JsonNode whole, List<Object> place, Function<JsonNode, JsonNode> instead) {
    JsonNode copy = whole.deepCopy();
    var parent = copy;
    for (var step : place.subList(0, place.size() - 1)) {
      parent = step instanceof Integer at ? parent.get(at) : parent.get((String) step);
    }
    var value = instead.apply(parent);
    switch (parent) {
      case ObjectNode object when value == null -> object.remove((String) place.getLast());
      case ObjectNode object -> object.set((String) place.getLast(), value);
      case ArrayNode array when value == null -> array.remove((int) place.getLast());
      case ArrayNode array -> array.set((int) place.getLast(), value);
      default -> throw new IllegalStateException("nothing is below " + parent);
    }
    return copy;
  }
}
