package aurora.restore.simulation.wire;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A program that uses DynamoDB Local, provokes an error, leaves its world open and returns. */
final class QuietWorld {
  private QuietWorld() {}

  public static void main(String[] arguments) {
    var world = DynamoDbLocal.open();
    try (var client = world.client("us-west-2")) {
      client.getItem(
          r -> r.tableName("missing").key(Map.of("operation_id", AttributeValue.fromS("op-1"))));
      throw new IllegalStateException("there is no such table");
    } catch (ResourceNotFoundException expected) {
      // What this program is for: DynamoDB Local logs the errors that it answers.
    }
  }
}
