package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static aurora.restore.simulation.dynamodb.Bed.n;
import static aurora.restore.simulation.dynamodb.Bed.refusal;
import static aurora.restore.simulation.dynamodb.Bed.s;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.AwsError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

class ConditionTest {
  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":abc", s("abc"),
          ":ab", s("ab"),
          ":one", n("1.0"),
          ":two", n(2),
          ":string", s("S"),
          ":true", AttributeValue.fromBool(true));

  private final Bed bed = new Bed();

  @BeforeEach
  void putAnItem() {
    bed.put(
        item(
            "a",
            "1",
            "word",
            s("abc"),
            "num",
            n(1),
            "flag",
            AttributeValue.fromBool(true),
            "nothing",
            AttributeValue.fromNul(true),
            "l",
            AttributeValue.fromL(List.of(n(1), s("x")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word = :abc",
        "word <> :ab",
        "lacking <> :ab",
        "word > :ab AND num < :two",
        "num = :one",
        "num <= :one and num >= :one",
        "word BETWEEN :ab AND :abc",
        "num IN (:two, :one)",
        "NOT num IN (:two, :ab)",
        "NOT lacking IN (:two, :ab)",
        "attribute_exists(l[1]) AND attribute_not_exists(l[2])",
        "attribute_not_exists(lacking)",
        "attribute_type(word, :string)",
        "begins_with(word, :ab)",
        "contains(word, :ab) AND contains(l, :one)",
        "size(l) = :two",
        "lacking = :ab OR word = :abc AND num = :one",
        "(lacking = :ab OR word = :abc) AND NOT (num = :two)",
        "flag = :true",
      })
  void holds(String condition) {
    assertThat(holdsOf(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word = :one",
        "lacking = :ab",
        "lacking < :ab",
        "word < :one",
        "word < :ab",
        "num BETWEEN :two AND :two",
        "lacking BETWEEN :ab AND :abc",
        "NOT word = :abc",
        "attribute_exists(word.below)",
        "attribute_type(num, :string)",
        "begins_with(num, :ab)",
        "contains(lacking, :ab)",
        "size(num) = :one",
        "word = :abc AND lacking = :ab OR num = :two",
      })
  void doesNotHold(String condition) {
    assertThat(holdsOf(condition)).isFalse();
  }

  private boolean holdsOf(String condition) {
    try {
      put(condition);
      return true;
    } catch (AwsError refusal) {
      assertThat(refusal.code()).isEqualTo("ConditionalCheckFailedException");
      return false;
    }
  }

  private void put(String condition) {
    var used =
        VALUES.entrySet().stream()
            .filter(it -> Pattern.compile(it.getKey() + "\\b").matcher(condition).find())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    bed.put(
        it ->
            it.item(item("a", "1", "word", s("new")))
                .conditionExpression(condition)
                .expressionAttributeValues(used.isEmpty() ? null : new TreeMap<>(used)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The expression can not be empty;",
        "word = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "word == :ab | Syntax error; token: \"=\", near: \"== :ab\"",
        "word ~ :ab | Syntax error; token: \"~\", near: \"word ~ :ab\"",
        "other(word) | Invalid function name; function: other",
        "size(word, num) = :one | Incorrect number of operands for operator or function; operator"
            + " or function: size, number of operands: 2",
        "attribute_exists(:ab) | Operator or function requires a document path; operator or"
            + " function: attribute_exists",
        "word < :true | Incorrect operand type for operator or function; operator or function: <,"
            + " operand type: BOOL",
        "begins_with(word, :one) | Incorrect operand type for operator or function; operator or"
            + " function: begins_with, operand type: N",
        "attribute_type(word, :ab) | Invalid attribute type name found; type: ab, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "num BETWEEN :two AND :one | The BETWEEN operator requires upper bound to be greater than"
            + " or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound"
            + " operand: AttributeValue: {N:1}",
        "word = word | The first operand must be distinct from the remaining operands for this"
            + " operator or function; operator: =, first operand: [word]",
      })
  void whatMakesNoSenseIsRefusedAsDynamoDbDoes(String condition, String message) {
    var refusal = refusal(() -> put(condition));

    assertThat(refusal.code()).isEqualTo("ValidationException");
    assertThat(refusal).hasMessage("Invalid ConditionExpression: " + message);
  }

  @Test
  void refusalTellsTheItemWhereItIsAskedTo() {
    var refusal =
        refusal(
            () ->
                bed.put(
                    it ->
                        it.item(item("a", "1"))
                            .conditionExpression("attribute_not_exists(p)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)));

    assertThat(refusal.members().orElseThrow())
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            told -> assertThat(told.item()).isEqualTo(bed.get("a", "1")));
  }
}
