package aurora.restore.simulation.wire;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A program whose SDK client, the first of its JVM, meets a refusal. */
final class QuietWorld {
  private QuietWorld() {}

  public static void main(String[] arguments) {
    var client = Bench.with().dynamoDb();
    try {
      client.getItem(
          r -> r.tableName("missing").key(Map.of("operation_id", AttributeValue.fromS("op-1"))));
      throw new IllegalStateException("there is no such table");
    } catch (ResourceNotFoundException expected) {
      // What this program is for: the SDK logs on its way here.
    }
  }
}
