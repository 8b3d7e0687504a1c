package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static aurora.restore.simulation.dynamodb.Bed.n;
import static aurora.restore.simulation.dynamodb.Bed.refusal;
import static aurora.restore.simulation.dynamodb.Bed.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class QueryTest {
  private final Bed bed = new Bed();

  @Test
  void partitionIsAnsweredInTheOrderOfItsSortKey() {
    put("2", "10", "1");
    bed.put(item("b", "1"));

    assertThat(sortKeys(it -> {})).containsExactly("1", "10", "2");
    assertThat(sortKeys(it -> it.scanIndexForward(false))).containsExactly("2", "10", "1");
  }

  @Test
  void rangeIsOfTheSortKey() {
    put("10", "11", "20", "30");

    assertThat(sortKeys(it -> range(it, "p = :p AND begins_with(s, :s)", "1")))
        .containsExactly("10", "11");
    assertThat(sortKeys(it -> range(it, "s >= :s AND p = :p", "20"))).containsExactly("20", "30");
  }

  private static void range(QueryRequest.Builder query, String condition, String value) {
    query
        .keyConditionExpression(condition)
        .expressionAttributeValues(Map.of(":p", s("a"), ":s", s(value)));
  }

  @Test
  void pagesOfALimitGoOnWhereTheLastOneEndedAndCountWhatWasFilteredOut() {
    put("1", "2", "3", "4", "5");
    Map<String, AttributeValue> after = null;
    var pages = new ArrayList<List<String>>();
    do {
      var start = after;
      var page =
          bed.query(
              it ->
                  it.limit(2)
                      .exclusiveStartKey(start)
                      .filterExpression("n <> :three")
                      .expressionAttributeValues(Map.of(":p", s("a"), ":three", n(3))));
      pages.add(page.items().stream().map(it -> it.get("s").s()).toList());
      after = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (after != null);

    assertThat(pages).containsExactly(List.of("1", "2"), List.of("4"), List.of("5"));
  }

  @Test
  void pageHoldsAMegabyte() {
    for (var sort : List.of("1", "2", "3", "4")) {
      bed.put(item("a", sort, "x", s("x".repeat(300_000))));
    }

    var first = bed.query(it -> {});
    assertThat(first.items()).hasSize(3);
    assertThat(bed.query(it -> it.exclusiveStartKey(first.lastEvaluatedKey())).items()).hasSize(1);
  }

  @Test
  void indexHoldsWhatHasItsKey() {
    bed.put(item("a", "2", "q", s("open")));
    bed.put(item("b", "1", "q", s("open")));
    bed.put(item("c", "1", "q", s("shut")));
    bed.put(item("d", "1"));

    var page =
        bed.query(
            it ->
                it.indexName("i")
                    .limit(1)
                    .keyConditionExpression("q = :q")
                    .projectionExpression("p")
                    .expressionAttributeValues(Map.of(":q", s("open"))));

    assertThat(page.items()).containsExactly(Map.of("p", s("b")));
    assertThat(page.lastEvaluatedKey()).isEqualTo(item("b", "1", "q", s("open")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s = :p | Query condition missed key schema element: p",
        "p > :p | Query key condition not supported",
        "p = :p OR s = :p | Invalid operator used in KeyConditionExpression: OR",
        "p = :p AND s <> :p | Invalid operator used in KeyConditionExpression: <>",
        "p = :p AND x = :p | Query condition missed key schema element: s",
      })
  void keyConditionNamesOnePartition(String condition, String message) {
    assertThat(refusal(() -> bed.query(it -> it.keyConditionExpression(condition))))
        .hasMessage(message);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(refusal(() -> bed.query(it -> it.filterExpression("s = :p"))))
        .hasMessage(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " s");
    assertThat(refusal(() -> bed.query(it -> it.expressionAttributeValues(Map.of(":p", n(1))))))
        .hasMessage(
            "One or more parameter values were invalid: Condition parameter type does not match"
                + " schema type");
    assertThat(refusal(() -> bed.query(it -> it.exclusiveStartKey(Map.of("p", s("a"))))))
        .hasMessage("The provided starting key is invalid");
    assertThat(refusal(() -> bed.query(it -> it.indexName("none"))))
        .hasMessage("The table does not have the specified index: none");
    assertThat(refusal(() -> bed.query(it -> it.indexName("i").consistentRead(true))))
        .hasMessage("Consistent reads are not supported on global secondary indexes");
  }

  private void put(String... sortKeys) {
    for (var sort : sortKeys) {
      bed.put(item("a", sort, "n", n(sort)));
    }
  }

  private List<String> sortKeys(Consumer<QueryRequest.Builder> asked) {
    return bed.query(asked).items().stream().map(it -> it.get("s").s()).toList();
  }
}
