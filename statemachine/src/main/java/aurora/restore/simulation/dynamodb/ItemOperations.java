package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.expression.ExpressionNames;
import aurora.restore.simulation.dynamodb.expression.Projection;
import aurora.restore.simulation.dynamodb.value.Values;
import aurora.restore.simulation.strict.Members;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Reads and writes single items. */
final class ItemOperations {
  private static final Set<String> GET =
      Set.of(
          "TableName", "Key", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames");
  private static final Set<String> WRITE =
      Set.of(
          "TableName",
          "ConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ReturnValuesOnConditionCheckFailure");

  private final TableCatalogue catalogue;
  private final Writes writes;

  ItemOperations(TableCatalogue catalogue) {
    this.catalogue = catalogue;
    this.writes = new Writes(catalogue);
  }

  GetItemResponse get(Caller caller, GetItemRequest request) {
    Members.of(request).modelled(GET);
    var placeholders = ExpressionNames.ofNames(request.expressionAttributeNames());
    var projection = request.projectionExpression();
    var read = projection == null ? null : Projection.read(projection, placeholders);
    placeholders.requireAllUsed();
    var table = catalogue.table(Address.of(caller, request.tableName()));
    var key = ItemKeyRules.named(table.keys(), Values.stored(request.key()));
    var now = catalogue.now();
    var seen = Boolean.TRUE.equals(request.consistentRead()) ? now : catalogue.seenLate();
    var item =
        seen.equals(now)
            ? table.find(key, now)
            : table.items(now, seen).getOrDefault(key, Map.of());
    var answer = GetItemResponse.builder();
    return item.isEmpty()
        ? answer.build()
        : answer.item(read == null ? item : read.of(item)).build();
  }

  PutItemResponse put(Caller caller, PutItemRequest request) {
    Members.of(request).modelled(with("Item"));
    write(
        writes.put(
            caller,
            Put.builder()
                .tableName(request.tableName())
                .item(request.item())
                .conditionExpression(request.conditionExpression())
                .expressionAttributeNames(request.expressionAttributeNames())
                .expressionAttributeValues(request.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
                .build()));
    return PutItemResponse.builder().build();
  }

  UpdateItemResponse update(Caller caller, UpdateItemRequest request) {
    Members.of(request).modelled(with("Key", "UpdateExpression"));
    write(
        writes.update(
            caller,
            Update.builder()
                .tableName(request.tableName())
                .key(request.key())
                .updateExpression(request.updateExpression())
                .conditionExpression(request.conditionExpression())
                .expressionAttributeNames(request.expressionAttributeNames())
                .expressionAttributeValues(request.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
                .build()));
    return UpdateItemResponse.builder().build();
  }

  DeleteItemResponse delete(Caller caller, DeleteItemRequest request) {
    Members.of(request).modelled(with("Key"));
    write(
        writes.delete(
            caller,
            Delete.builder()
                .tableName(request.tableName())
                .key(request.key())
                .conditionExpression(request.conditionExpression())
                .expressionAttributeNames(request.expressionAttributeNames())
                .expressionAttributeValues(request.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
                .build()));
    return DeleteItemResponse.builder().build();
  }

  private static Set<String> with(String... more) {
    var members = new TreeSet<>(WRITE);
    members.addAll(Set.of(more));
    return members;
  }

  private void write(Write write) {
    var key = write.key();
    if (catalogue.isHeld(write.address(), key)) {
      throw new AwsError(
          "TransactionConflictException", 400, "Transaction is ongoing for the item");
    }
    var before = write.table().find(key, catalogue.now());
    if (write.condition().isPresent() && !write.condition().get().holds(before)) {
      throw conditionFailed(write.tellsItem() ? before : Map.of());
    }
    catalogue.write(write.address(), key, write.after(before));
  }

  private static AwsError conditionFailed(Map<String, AttributeValue> told) {
    var members = ConditionalCheckFailedException.builder();
    if (!told.isEmpty()) {
      members.item(told);
    }
    return new AwsError(
        "ConditionalCheckFailedException", 400, "The conditional request failed", members.build());
  }
}
