package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static aurora.restore.simulation.dynamodb.Bed.n;
import static aurora.restore.simulation.dynamodb.Bed.refusal;
import static aurora.restore.simulation.dynamodb.Bed.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemsTest {
  private static final int KIB = 1024;

  private final Bed bed = new Bed();

  @Test
  void keysMustBeWholeAndOfTheirTypes() {
    assertRefused(
        Map.of("p", s("a")),
        "One or more parameter values were invalid: Missing the key s in the item");
    assertRefused(
        Map.of("p", s("a"), "s", n(1)),
        "One or more parameter values were invalid: Type mismatch for key s expected: S actual: N");
    assertRefused(
        item("", "1"),
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: p");
    assertRefused(
        item("a", "1", "q", n(1)),
        "One or more parameter values were invalid: Type mismatch for Index Key q Expected: S"
            + " Actual: N IndexName: i");
    assertThat(refusal(() -> bed.get(it -> it.key(Map.of("p", s("a"))))))
        .hasMessage("The provided key element does not match the schema");
  }

  @ParameterizedTest
  @CsvSource({"1e2, 100", "-0.0, 0", "00.10, 0.1", "1E-3, 0.001"})
  void numbersHaveOneForm(String given, String kept) {
    bed.put(item("a", "1", "x", n(given)));

    assertThat(bed.get("a", "1").get("x")).isEqualTo(n(kept));
  }

  @Test
  void numbersHaveLimits() {
    bed.put(item("a", "1", "x", n("9".repeat(38))));
    assertRefused(
        item("a", "1", "x", n("9".repeat(39))),
        "Attempting to store more than 38 significant digits in a Number");
    assertRefused(
        item("a", "1", "x", n("1E126")),
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
    assertRefused(
        item("a", "1", "x", n("one")), "The parameter cannot be converted to a numeric value: one");
  }

  @Test
  void anItemTakesFourHundredKibibytesWithItsNames() {
    var rest = "p".length() + "a".length() + "s".length() + "1".length() + "x".length();
    bed.put(item("a", "1", "x", s("x".repeat(400 * KIB - rest))));
    assertRefused(
        item("a", "1", "x", s("x".repeat(400 * KIB - rest + 1))),
        "Item size has exceeded the maximum allowed size");
    assertThat(
            refusal(
                () ->
                    bed.update(
                        it ->
                            it.updateExpression("SET y = :y")
                                .expressionAttributeValues(Map.of(":y", s("y"))))))
        .hasMessage("Item size to update has exceeded the maximum allowed size");
  }

  @Test
  void valuesMustBeOfOneType() {
    assertRefused(
        item("a", "1", "x", AttributeValue.builder().build()),
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    assertRefused(
        item("a", "1", "x", AttributeValue.builder().s("x").n("1").build()),
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
  }

  private void assertRefused(Map<String, AttributeValue> item, String message) {
    assertThat(refusal(() -> bed.put(item))).hasMessage(message);
  }

  @Test
  void deletedItemIsGoneAndDeletingItAgainIsFine() {
    bed.put(item("a", "1"));
    bed.delete("a", "1");
    bed.delete("a", "1");

    assertThat(bed.get("a", "1")).isEmpty();
  }

  @Test
  void timeToLiveTakesItemsAwayLateButNotLaterThanTwoDays() {
    bed.tables
        .client(Bed.ACCOUNT, Bed.REGION)
        .updateTimeToLive(
            it ->
                it.tableName("t")
                    .timeToLiveSpecification(live -> live.enabled(true).attributeName("ttl")));
    var due = bed.time.instant().plus(Duration.ofDays(1)).getEpochSecond();
    bed.put(item("a", "1", "ttl", n(due)));
    bed.put(item("a", "2", "ttl", s("soon")));
    bed.put(item("a", "3", "ttl", n(1)));

    bed.pass(Duration.ofDays(1));
    assertThat(bed.get("a", "1")).as("due, and still there").isNotEmpty();
    bed.pass(Duration.ofDays(2));
    assertThat(bed.items()).extracting(it -> it.get("s")).containsExactly(s("2"), s("3"));
  }

  @Test
  void readThatNeedNotBeConsistentMaySeeWhatWasWhereThatIsAskedFor() {
    bed.tables.readLate(Duration.ofSeconds(1));
    bed.put(item("a", "1", "x", n(0)));
    bed.pass(Duration.ofSeconds(5));
    bed.put(item("a", "1", "x", n(1)));
    bed.pass(Duration.ofMillis(500));

    var seen =
        IntStream.range(0, 50)
            .mapToObj(i -> bed.get(it -> it.key(item("a", "1"))).get("x"))
            .toList();

    assertThat(seen).contains(n(0), n(1));
    assertThat(bed.get("a", "1").get("x")).isEqualTo(n(1));
    bed.pass(Duration.ofSeconds(1));
    assertThat(bed.get(it -> it.key(item("a", "1"))).get("x")).isEqualTo(n(1));
  }
}
