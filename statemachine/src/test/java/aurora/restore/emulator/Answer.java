package aurora.restore.emulator;

import aurora.restore.simulation.dynamodb.value.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What a DynamoDB answers to a request, as far as two of them are to agree. */
sealed interface Answer {
  /** The same without the capacity, and with numbers in their one form. */
  Answer trimmed();

  /** In one line, without what differs from request to request. */
  String summary();

  /**
   * @param members all that the answer says, but for the request's id
   */
  record Done(Map<String, Object> members) implements Answer {
    @Override
    public Done trimmed() {
      var rest = new TreeMap<>(members);
      rest.remove("ConsumedCapacity");
      rest.replaceAll((name, member) -> Trimmed.member(member));
      return new Done(rest);
    }

    @Override
    public String summary() {
      return "done " + trimmed().members().keySet();
    }
  }

  /**
   * @param code status and code, e.g. {@code 400 ValidationException}
   * @param reasons of a cancelled transaction: code and item of each
   * @param item that a failed condition tells of
   * @param text for people; not compared
   */
  record Refused(String code, List<Reason> reasons, Map<String, AttributeValue> item, Text text)
      implements Answer {
    @Override
    public Answer trimmed() {
      return new Refused(
          code,
          reasons.stream().map(it -> new Reason(it.code(), Values.stored(it.item()))).toList(),
          Values.stored(item),
          text);
    }

    @Override
    public String summary() {
      var codes = reasons.isEmpty() ? "" : " " + reasons.stream().map(Reason::code).toList();
      return code + codes + ": " + text.text();
    }
  }

  record Reason(String code, Map<String, AttributeValue> item) {
    private static Reason of(CancellationReason reason) {
      return new Reason(reason.code(), reason.item());
    }
  }

  /** Members of answers, with numbers in their one form. */
  final class Trimmed {
    private Trimmed() {}

    private static Object member(Object member) {
      return switch (member) {
        case Map<?, ?> map -> {
          var trimmed = new TreeMap<Object, Object>();
          map.forEach((name, value) -> trimmed.put(name, member(value)));
          yield trimmed;
        }
        case List<?> list -> list.stream().map(Trimmed::member).toList();
        case AttributeValue value -> Values.stored(value);
        case Object other -> other;
      };
    }
  }

  /** A text that is equal to every other. */
  record Text(String text) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  static Answer of(DynamoDbClient client, DynamoDbRequest request) {
    return switch (request) {
      case DeleteItemRequest delete -> of(() -> client.deleteItem(delete));
      case GetItemRequest get -> of(() -> client.getItem(get));
      case PutItemRequest put -> of(() -> client.putItem(put));
      case QueryRequest query -> of(() -> client.query(query));
      case TransactWriteItemsRequest write -> of(() -> client.transactWriteItems(write));
      case UpdateItemRequest update -> of(() -> client.updateItem(update));
      case DynamoDbRequest other -> throw new IllegalArgumentException("not asked: " + other);
    };
  }

  private static Answer of(Supplier<SdkPojo> call) {
    try {
      var response = call.get();
      var members = new TreeMap<String, Object>();
      for (var field : response.sdkFields()) {
        var value = field.getValueOrDefault(response);
        if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
          members.put(field.memberName(), value);
        }
      }
      return new Done(members);
    } catch (DynamoDbException e) {
      var reasons =
          e instanceof TransactionCanceledException cancelled
              ? cancelled.cancellationReasons().stream().map(Reason::of).toList()
              : List.<Reason>of();
      var item =
          e instanceof ConditionalCheckFailedException failed
              ? failed.item()
              : Map.<String, AttributeValue>of();
      return new Refused(
          e.statusCode() + " " + e.awsErrorDetails().errorCode(),
          reasons,
          item,
          new Text(e.awsErrorDetails().errorMessage()));
    }
  }
}
