package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Sizes;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes several items or none (DynamoDB API Reference, TransactWriteItems). The same request under
 * the same token is done once only, for ten minutes.
 */
final class Transactions {
  private static final Set<String> MODELLED = Set.of("TransactItems", "ClientRequestToken");
  private static final int MOST_ITEMS = 100;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int TOKEN_MAX_CHARACTERS = 36;
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final CancellationReason NONE = reason("None").build();

  private final TableCatalogue catalogue;
  private final Writes writes;
  private final Map<Token, Done> done = new HashMap<>();

  private record Token(String account, String region, String text) {}

  private record Done(List<TransactWriteItem> items, Instant forgottenAt) {}

  private record Target(Address address, ItemKey key) {}

  /** An item as it is to be; empty where it is deleted. */
  private record Result(Write write, ItemKey key, Optional<Map<String, AttributeValue>> item) {}

  Transactions(TableCatalogue catalogue) {
    this.catalogue = catalogue;
    this.writes = new Writes(catalogue);
  }

  TransactWriteItemsResponse write(Caller caller, TransactWriteItemsRequest request) {
    Members.of(request).modelled(MODELLED);
    requireLimits(request);
    var token = new Token(caller.account(), caller.region(), request.clientRequestToken());
    if (!isDone(token, request)) {
      commit(request.transactItems().stream().map(item -> read(caller, item)).toList());
      if (token.text() != null) {
        done.put(token, new Done(request.transactItems(), catalogue.now().plus(TOKEN_LIFE)));
      }
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private static void requireLimits(TransactWriteItemsRequest request) {
    var items = request.transactItems().size();
    if (items < 1) {
      throw Invalid.member("transactItems", "Member must have length greater than or equal to 1");
    }
    if (items > MOST_ITEMS) {
      throw Invalid.member("transactItems", "Member must have length less than or equal to 100");
    }
    var token = request.clientRequestToken();
    if (token != null && (token.isEmpty() || token.length() > TOKEN_MAX_CHARACTERS)) {
      throw Invalid.member(
          "clientRequestToken", "Member must have length less than or equal to 36");
    }
  }

  private boolean isDone(Token token, TransactWriteItemsRequest request) {
    done.values().removeIf(it -> !it.forgottenAt().isAfter(catalogue.now()));
    var before = done.get(token);
    if (before != null && !before.items().equals(request.transactItems())) {
      throw new AwsError(
          "IdempotentParameterMismatchException",
          400,
          "Specified idempotent token was used with different request parameters within the"
              + " idempotency window");
    }
    return before != null;
  }

  private Write read(Caller caller, TransactWriteItem item) {
    var given = Stream.of(item.put(), item.update(), item.delete(), item.conditionCheck());
    if (given.filter(it -> it != null).count() != 1) {
      throw Invalid.request("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    if (item.put() != null) {
      return writes.put(caller, item.put());
    }
    if (item.update() != null) {
      return writes.update(caller, item.update());
    }
    return item.delete() != null
        ? writes.delete(caller, item.delete())
        : writes.check(caller, item.conditionCheck());
  }

  private void commit(List<Write> all) {
    var targets = new HashSet<Target>();
    var results = new ArrayList<Result>();
    var reasons = all.stream().map(write -> judge(write, targets, results)).toList();
    if (reasons.stream().anyMatch(reason -> reason != NONE)) {
      throw cancelled(reasons);
    }
    var bytes = results.stream().flatMap(it -> it.item().stream()).mapToInt(Sizes::ofItem).sum();
    if (bytes > MOST_BYTES) {
      throw Invalid.request("Transaction payload size cannot exceed 4MB. Payload Size: %d", bytes);
    }
    results.forEach(it -> catalogue.write(it.write().address(), it.key(), it.item()));
  }

  private CancellationReason judge(Write write, Set<Target> targets, List<Result> results) {
    ItemKey key;
    try {
      key = write.key();
    } catch (AwsError wrong) {
      return invalid(wrong);
    }
    if (!targets.add(new Target(write.address(), key))) {
      throw Invalid.request("Transaction request cannot include multiple operations on one item");
    }
    if (catalogue.isHeld(write.address(), key)) {
      return reason("TransactionConflict").message("Transaction is ongoing for the item").build();
    }
    var before = write.table().find(key, catalogue.now());
    if (write.condition().isPresent() && !write.condition().get().holds(before)) {
      return conditionFailed(write.tellsItem() ? before : Map.of());
    }
    try {
      results.add(new Result(write, key, write.after(before)));
      return NONE;
    } catch (AwsError wrong) {
      return invalid(wrong);
    }
  }

  private static CancellationReason invalid(AwsError wrong) {
    return reason("ValidationError").message(wrong.getMessage()).build();
  }

  private static CancellationReason conditionFailed(Map<String, AttributeValue> told) {
    var reason = reason("ConditionalCheckFailed").message("The conditional request failed");
    return told.isEmpty() ? reason.build() : reason.item(told).build();
  }

  private static CancellationReason.Builder reason(String code) {
    return CancellationReason.builder().code(code);
  }

  private static AwsError cancelled(List<CancellationReason> reasons) {
    var codes = reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", "));
    return new AwsError(
        "TransactionCanceledException",
        400,
        "Transaction cancelled, please refer cancellation reasons for specific reasons ["
            + codes
            + "]",
        TransactionCanceledException.builder().cancellationReasons(reasons).build());
  }
}
