package aurora.restore.simulation.wire;

import aurora.restore.simulation.Caller;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * What functions ask of DynamoDB. DynamoDB Local knows how to answer; what is asked is read here
 * too, so that faults and permissions see it as they see any other call.
 */
public final class DynamoDbOperations {
  private static final Map<String, Supplier<SdkBuilder<?, ? extends SdkPojo>>> REQUESTS =
      Map.of(
          "DeleteItem", DeleteItemRequest::builder,
          "GetItem", GetItemRequest::builder,
          "PutItem", PutItemRequest::builder,
          "Query", QueryRequest::builder,
          "TransactWriteItems", TransactWriteItemsRequest::builder,
          "UpdateItem", UpdateItemRequest::builder);

  private DynamoDbOperations() {}

  /** The names of all operations. */
  public static Set<String> names() {
    return REQUESTS.keySet();
  }

  /**
   * @throws UnknownOperation where no function is known to call it
   */
  static SdkPojo read(String operation, HttpCall call, Caller caller) {
    var request = REQUESTS.get(operation);
    if (request == null) {
      throw new UnknownOperation("dynamodb", operation, caller);
    }
    var builder = request.get();
    // Every builder that the SDK generates describes its own fields.
    new JsonDialect().open(call).fill((SdkPojo) builder);
    return builder.build();
  }
}
