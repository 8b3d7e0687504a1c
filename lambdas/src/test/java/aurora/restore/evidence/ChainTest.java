package aurora.restore.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.evidence.Breach.Kind;
import aurora.restore.evidence.Evidence.Link;
import aurora.restore.evidence.Evidence.Trail;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ChainTest {
  private static final String OPERATION = "orders-drill-1";
  private static final String EVIDENCE = time(9) + "#EVIDENCE";
  private static final List<String> EVENTS =
      List.of("STARTED", "SNAPSHOT_COPIED", "CLUSTER_RESTORED", "INSTANCES_READY", "COMPLETED");

  private final List<JsonNode> rows =
      IntStream.range(0, EVENTS.size()).mapToObj(i -> row(i, EVENTS.get(i))).toList();
  private final Trail told = Chain.of(OPERATION, rows);

  @Test
  void trailThatStaysAsItWasHasNoBreach() {
    assertThat(told.events()).extracting(Link::event).isEqualTo(EVENTS);
    assertThat(breaches(rows)).isEmpty();
  }

  @Test
  void everyAlteredRowIsNamedAndNoOther() {
    for (int i = 0; i < rows.size(); i++) {
      var altered = new ArrayList<>(rows);
      altered.set(i, changed(rows.get(i), row -> row.put("redrive_count", 7)));

      assertThat(breaches(altered)).containsExactly(new Breach(Kind.ALTERED, entry(i)));
    }
  }

  @Test
  void everyRemovedRowIsNamed() {
    for (int i = 0; i < rows.size(); i++) {
      var fewer = new ArrayList<>(rows);
      fewer.remove(i);

      assertThat(breaches(fewer)).containsExactly(new Breach(Kind.REMOVED, entry(i)));
    }
  }

  /** It stands at the day's beginning, whenever it was written. */
  @Test
  void noteOfOrphansIsNoneOfTheChain() {
    var noted = new ArrayList<>(rows);
    noted.addFirst(row(0, Schema.ORPHANED));

    assertThat(breaches(noted)).isEmpty();
    assertThat(Chain.of(OPERATION, noted)).isEqualTo(told);
  }

  @Test
  void everyInsertedRowIsNamed() {
    for (int i = 0; i <= rows.size(); i++) {
      var more = new ArrayList<>(rows);
      var inserted = row(i - 1, "ZZZ"); // sorts after the row of the same time
      more.add(i, inserted);

      assertThat(breaches(more))
          .containsExactly(new Breach(Kind.INSERTED, inserted.path("entry").asText()));
    }
  }

  @Test
  void rowsThatCameLaterAreNoBreach() {
    var more = new ArrayList<>(rows);
    more.add(row(9, "EVIDENCE"));
    more.add(row(10, "REVIEW"));

    assertThat(breaches(more)).isEmpty();
  }

  @Test
  void rowsInAnotherOrderAreNamed() {
    for (int i = 0; i + 1 < rows.size(); i++) {
      var swapped = new ArrayList<>(rows);
      Collections.swap(swapped, i, i + 1);

      assertThat(breaches(swapped)).contains(new Breach(Kind.MOVED, entry(i)));
    }
  }

  @Test
  void rowsThatTookOneAnothersPlaceAreNamed() {
    var exchanged = new ArrayList<>(rows);
    exchanged.set(1, changed(rows.get(2), row -> row.put("entry", entry(1))));
    exchanged.set(2, changed(rows.get(1), row -> row.put("entry", entry(2))));

    assertThat(breaches(exchanged))
        .containsExactly(new Breach(Kind.ALTERED, entry(1)), new Breach(Kind.ALTERED, entry(2)));
  }

  @Test
  void trailOfAnotherOperationIsNone() {
    assertThat(Chain.breaches("orders-drill-2", told, rows, EVIDENCE))
        .containsExactly(new Breach(Kind.ALTERED, entry(0)));
  }

  @Test
  void listThatWasCutOrMovedIsNamed() {
    var cut = new Trail(told.events().subList(0, 4), told.digest());
    var moved = new ArrayList<>(told.events());
    Collections.swap(moved, 1, 2);

    assertThat(Chain.breaches(OPERATION, cut, rows, EVIDENCE))
        .containsExactly(new Breach(Kind.CUT, entry(3)), new Breach(Kind.INSERTED, entry(4)));
    assertThat(Chain.breaches(OPERATION, new Trail(moved, told.digest()), rows, EVIDENCE))
        .contains(new Breach(Kind.MOVED, entry(1)));
  }

  @Test
  void rowIsTheSameHoweverDynamoDbHoldsIt() {
    var numbers = AttributeValue.fromM(new TreeMap<>(Map.of("b", n("1.50"), "a", n("1E+3"))));
    var row = Map.of("ttl", n("1"), "z", numbers, "entry", AttributeValue.fromS("é\n\""));

    assertThat(new String(Chain.canonical(Attributes.json(row)), StandardCharsets.UTF_8))
        .isEqualTo("{\"entry\":\"é\\n\\\"\",\"z\":{\"a\":1000,\"b\":1.5}}");
  }

  @Test
  void timeToLiveTellsNothing() {
    var kept = rows.stream().map(row -> changed(row, it -> it.put("ttl", 5))).toList();

    assertThat(breaches(kept)).isEmpty();
  }

  @Test
  void breachReadsAsASentence() {
    assertThat(new Breach(Kind.ALTERED, entry(0)).words())
        .isEqualTo("row 2026-11-26T09:00:00.000Z#STARTED was altered");
    assertThat(new Breach(Kind.CUT, "").words())
        .isEqualTo("the trail's beginning isn't the last one: the evidence's list was cut");
  }

  private List<Breach> breaches(List<JsonNode> there) {
    return Chain.breaches(OPERATION, told, there, EVIDENCE);
  }

  private String entry(int row) {
    return rows.get(row).path("entry").asText();
  }

  private static JsonNode row(int second, String event) {
    return Attributes.json(
        Map.of(
            "operation_id", AttributeValue.fromS(OPERATION),
            "entry", AttributeValue.fromS(time(second) + "#" + event),
            "event", AttributeValue.fromS(event),
            "at", AttributeValue.fromS(time(second)),
            "redrive_count", n("0")));
  }

  private static JsonNode changed(JsonNode row, UnaryOperator<ObjectNode> change) {
    return change.apply(row.deepCopy());
  }

  private static String time(int second) {
    return second < 0 ? "2026-11-26T08:59:59.000Z" : "2026-11-26T09:00:%02d.000Z".formatted(second);
  }

  private static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }
}
