package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.expression.Condition;
import aurora.restore.simulation.dynamodb.expression.ExpressionKind;
import aurora.restore.simulation.dynamodb.expression.ExpressionNames;
import aurora.restore.simulation.dynamodb.expression.Update;
import aurora.restore.simulation.dynamodb.value.Values;
import aurora.restore.simulation.strict.NotModelledError;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Reads what is to be written out of requests. */
final class Writes {
  private final TableCatalogue catalogue;

  Writes(TableCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Write put(Caller caller, Put put) {
    var placeholders =
        ExpressionNames.of(put.expressionAttributeNames(), put.expressionAttributeValues());
    var condition = condition(put.conditionExpression(), placeholders);
    placeholders.requireAllUsed();
    return write(
        caller,
        put.tableName(),
        new Write.Change.Put(Values.stored(put.item())),
        condition,
        put.returnValuesOnConditionCheckFailure());
  }

  Write update(Caller caller, software.amazon.awssdk.services.dynamodb.model.Update update) {
    if (update.updateExpression() == null) {
      throw new NotModelledError("an update without an UpdateExpression");
    }
    var placeholders =
        ExpressionNames.of(update.expressionAttributeNames(), update.expressionAttributeValues());
    var read = Update.read(update.updateExpression(), placeholders);
    var condition = condition(update.conditionExpression(), placeholders);
    placeholders.requireAllUsed();
    return write(
        caller,
        update.tableName(),
        new Write.Change.Updated(Values.stored(update.key()), read),
        condition,
        update.returnValuesOnConditionCheckFailure());
  }

  Write delete(Caller caller, Delete delete) {
    var placeholders =
        ExpressionNames.of(delete.expressionAttributeNames(), delete.expressionAttributeValues());
    var condition = condition(delete.conditionExpression(), placeholders);
    placeholders.requireAllUsed();
    return write(
        caller,
        delete.tableName(),
        new Write.Change.Deleted(Values.stored(delete.key())),
        condition,
        delete.returnValuesOnConditionCheckFailure());
  }

  Write check(Caller caller, ConditionCheck check) {
    var placeholders =
        ExpressionNames.of(check.expressionAttributeNames(), check.expressionAttributeValues());
    var condition = condition(check.conditionExpression(), placeholders);
    placeholders.requireAllUsed();
    return write(
        caller,
        check.tableName(),
        new Write.Change.Checked(Values.stored(check.key())),
        condition,
        check.returnValuesOnConditionCheckFailure());
  }

  private Write write(
      Caller caller,
      String table,
      Write.Change change,
      Optional<Condition> condition,
      ReturnValuesOnConditionCheckFailure told) {
    var address = Address.of(caller, table);
    return new Write(
        address,
        catalogue.table(address),
        change,
        condition,
        told == ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  private static Optional<Condition> condition(String expression, ExpressionNames placeholders) {
    return Optional.ofNullable(expression)
        .map(it -> Condition.read(ExpressionKind.CONDITION, it, placeholders));
  }
}
