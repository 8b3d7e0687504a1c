package aurora.restore.simulation.wire;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A program that closes many worlds, provokes an error in one more, leaves it open and returns. */
final class QuietWorld {
  private QuietWorld() {}

  public static void main(String[] arguments) {
    for (var i = 0; i < 20; i++) {
      try (var closed = DynamoDbLocal.open();
          var client = closed.client("us-west-2")) {
        client.listTables();
      }
    }
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
