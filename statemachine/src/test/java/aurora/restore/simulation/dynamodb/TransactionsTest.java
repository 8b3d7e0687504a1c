package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static aurora.restore.simulation.dynamodb.Bed.n;
import static aurora.restore.simulation.dynamodb.Bed.putting;
import static aurora.restore.simulation.dynamodb.Bed.puttingNew;
import static aurora.restore.simulation.dynamodb.Bed.refusal;
import static aurora.restore.simulation.dynamodb.Bed.s;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TransactionsTest {
  private final Bed bed = new Bed();

  @Test
  void reasonsStandInTheOrderOfTheItems() {
    bed.put(item("a", "2", "x", s("old")));
    bed.put(item("a", "4", "x", s("text")));

    var refusal =
        refusal(
            () ->
                bed.transact(
                    putting(item("a", "1")),
                    telling(item("a", "2")),
                    puttingNew(item("a", "2b")),
                    putting(Map.of("p", s("a"))),
                    incrementing("4")));

    assertThat(refusal.code()).isEqualTo("TransactionCanceledException");
    assertThat(refusal)
        .hasMessage(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ConditionalCheckFailed, None, ValidationError, ValidationError]");
    var reasons = reasons(refusal);
    assertThat(reasons.get(1).item()).isEqualTo(item("a", "2", "x", s("old")));
    assertThat(reasons.get(3).message()).contains("Missing the key s in the item");
    assertThat(reasons.get(4).message()).contains("incorrect data type");
    assertThat(bed.items()).hasSize(2);
  }

  private static TransactWriteItem telling(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            it ->
                it.tableName("t")
                    .item(item)
                    .conditionExpression("attribute_not_exists(p)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private static TransactWriteItem incrementing(String sort) {
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName("t")
                    .key(item("a", sort))
                    .updateExpression("SET x = x + :one")
                    .expressionAttributeValues(Map.of(":one", n(1))))
        .build();
  }

  @Test
  void deletesAndChecksTakePart() {
    bed.put(item("a", "1"));
    bed.put(item("a", "2"));

    bed.transact(
        TransactWriteItem.builder().delete(it -> it.tableName("t").key(item("a", "1"))).build(),
        TransactWriteItem.builder()
            .conditionCheck(
                it ->
                    it.tableName("t")
                        .key(item("a", "2"))
                        .conditionExpression("attribute_exists(p)"))
            .build(),
        incrementingFrom("3"));

    assertThat(bed.items()).containsExactly(item("a", "2"), item("a", "3", "x", n(2)));
  }

  private static TransactWriteItem incrementingFrom(String sort) {
    return TransactWriteItem.builder()
        .update(
            it ->
                it.tableName("t")
                    .key(item("a", sort))
                    .updateExpression("SET x = if_not_exists(x, :one) + :one")
                    .expressionAttributeValues(Map.of(":one", n(1))))
        .build();
  }

  @Test
  void oneItemMayBeWrittenOnceAndAHundredAtMost() {
    assertThat(refusal(() -> bed.transact(putting(item("a", "1")), putting(item("a", "1")))))
        .hasMessage("Transaction request cannot include multiple operations on one item");
    bed.transact(many(100));
    assertThat(bed.items()).hasSize(100);
    assertThat(refusal(() -> bed.transact(many(101)))).hasMessageContaining("equal to 100");
  }

  private static TransactWriteItem[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> putting(item("a", Integer.toString(i))))
        .toArray(TransactWriteItem[]::new);
  }

  @Test
  void itemsOfATransactionTakeFourMebibytes() {
    var large =
        IntStream.range(0, 11)
            .mapToObj(i -> putting(item("a", "" + i, "x", s("x".repeat(400_000)))))
            .toArray(TransactWriteItem[]::new);

    assertThat(refusal(() -> bed.transact(large))).hasMessageContaining("cannot exceed 4MB");
    assertThat(bed.items()).isEmpty();
  }

  @Test
  void sameRequestUnderTheSameTokenIsDoneOnceForTenMinutes() {
    bed.transact("token", puttingNew(item("a", "1")));
    bed.transact("token", puttingNew(item("a", "1")));
    assertThat(refusal(() -> bed.transact("token", puttingNew(item("a", "2")))).code())
        .isEqualTo("IdempotentParameterMismatchException");

    bed.pass(Duration.ofMinutes(10));
    assertThat(refusal(() -> bed.transact("token", puttingNew(item("a", "1")))).code())
        .isEqualTo("TransactionCanceledException");
  }

  @Test
  void whileAnothersTransactionIsUnderWayNobodyElseWritesItsItems() {
    bed.put(item("a", "1", "x", s("old")));
    var other = bed.tables.transactionOn(Bed.ACCOUNT, Bed.REGION, "t", item("a", "1"));

    var cancelled =
        refusal(() -> bed.transact(putting(item("a", "2")), puttingNew(item("a", "1"))));
    assertThat(reasons(cancelled))
        .extracting(CancellationReason::code)
        .containsExactly("None", "TransactionConflict");
    assertThat(refusal(() -> bed.put(item("a", "1"))).code())
        .isEqualTo("TransactionConflictException");
    assertThat(bed.get("a", "1")).isEqualTo(item("a", "1", "x", s("old")));

    other.close();
    bed.transact(putting(item("a", "1")));
    assertThat(bed.items()).containsExactly(item("a", "1"));
  }

  private static List<CancellationReason> reasons(AwsError refusal) {
    return ((TransactionCanceledException) refusal.members().orElseThrow()).cancellationReasons();
  }
}
