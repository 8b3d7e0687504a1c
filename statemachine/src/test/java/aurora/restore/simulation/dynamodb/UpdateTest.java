package aurora.restore.simulation.dynamodb;

import static aurora.restore.simulation.dynamodb.Bed.item;
import static aurora.restore.simulation.dynamodb.Bed.n;
import static aurora.restore.simulation.dynamodb.Bed.refusal;
import static aurora.restore.simulation.dynamodb.Bed.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.strict.NotModelledError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateTest {
  private final Bed bed = new Bed();

  @Test
  void updateOfAnItemThatIsNotThereMakesIt() {
    bed.update(
        it ->
            it.updateExpression("SET x = :x").expressionAttributeValues(Map.of(":x", n("007.50"))));

    assertThat(bed.get("a", "1")).isEqualTo(item("a", "1", "x", n("7.5")));
  }

  @Test
  void everythingIsWorkedOutFromTheItemAsItWas() {
    bed.put(item("a", "1", "x", n(1), "y", n(2), "gone", s("here")));

    bed.update(
        it ->
            it.updateExpression(
                    "set x = y, y = x + :one, z = if_not_exists(z, :one), w = y - :one remove gone")
                .expressionAttributeValues(Map.of(":one", n(1))));

    assertThat(bed.get("a", "1"))
        .isEqualTo(item("a", "1", "x", n(2), "y", n(2), "z", n(1), "w", n(1)));
  }

  @Test
  void membersAndElementsAreChangedInPlace() {
    var list = AttributeValue.fromL(List.of(s("0"), s("1"), s("2"), s("3")));
    var map = AttributeValue.fromM(Map.of("in", s("old")));
    bed.put(item("a", "1", "l", list, "m", map));

    bed.update(
        it ->
            it.updateExpression(
                    "SET m.#in = :new, l[9] = :new, k = list_append(l, l) REMOVE l[0], l[2],"
                        + " m.absent")
                .expressionAttributeNames(Map.of("#in", "in"))
                .expressionAttributeValues(Map.of(":new", s("new"))));

    var item = bed.get("a", "1");
    assertThat(item.get("m").m()).isEqualTo(Map.of("in", s("new")));
    assertThat(item.get("l").l()).containsExactly(s("1"), s("3"), s("new"));
    assertThat(item.get("k").l()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET p = :v | One or more parameter values were invalid: Cannot update attribute p. This"
            + " attribute is part of the key",
        "SET y = :v, x = absent | The provided expression refers to an attribute that does not"
            + " exist in the item",
        "SET x.y = :v | The document path provided in the update expression is invalid for update",
        "SET x = :v + :v | Invalid UpdateExpression: Incorrect operand type for operator or"
            + " function; operator or function: +, operand type: S",
        "SET x = :v, x = :v | Invalid UpdateExpression: Two document paths overlap with each other;"
            + " must remove or rewrite one of these paths; path one: [x], path two: [x]",
        "SET x = :v SET y = :v | Invalid UpdateExpression: The \"SET\" section can only be used"
            + " once in an update expression;",
        "SET status = :v | Invalid UpdateExpression: Attribute name is a reserved keyword; reserved"
            + " keyword: status",
        "SET x = :other | Invalid UpdateExpression: An expression attribute value used in"
            + " expression is not defined; attribute value: :other",
        "SET x = other(:v) | Invalid UpdateExpression: Invalid function name; function: other",
        "SET x :v | Invalid UpdateExpression: Syntax error; token: \":v\", near: \"x :v\"",
        "REMOVE x | Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}",
        "SET q = :e | One or more parameter values are not valid. A value specified for a secondary"
            + " index key is not supported. The AttributeValue for a key attribute cannot contain"
            + " an empty string value. IndexName: i, IndexKey: q",
      })
  void whatMakesNoSenseIsRefusedAsDynamoDbDoes(String expression, String message) {
    var values = expression.contains(":e") ? Map.of(":e", s("")) : Map.of(":v", s("v"));

    var refusal =
        refusal(
            () ->
                bed.update(
                    it -> it.updateExpression(expression).expressionAttributeValues(values)));

    assertThat(refusal.code()).isEqualTo("ValidationException");
    assertThat(refusal).hasMessage(message);
    assertThat(bed.items()).isEmpty();
  }

  @Test
  void whatNoFunctionSaysEndsTheRunByName() {
    assertThatThrownBy(
            () ->
                bed.update(
                    it ->
                        it.updateExpression("ADD x :v")
                            .expressionAttributeValues(Map.of(":v", n(1)))))
        .isInstanceOf(NotModelledError.class)
        .hasMessageContaining("ADD");
    assertThatThrownBy(
            () -> bed.update(it -> it.updateExpression("REMOVE x").returnValues("ALL_NEW")))
        .isInstanceOf(NotModelledError.class)
        .hasMessageContaining("ReturnValues");
    assertThatThrownBy(() -> bed.put(item("a", "1", "set", AttributeValue.fromSs(List.of("x")))))
        .isInstanceOf(NotModelledError.class)
        .hasMessageContaining("SS");
  }
}
