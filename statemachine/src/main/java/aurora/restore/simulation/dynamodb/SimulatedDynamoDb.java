package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.dynamodb.value.Values;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The tables of all accounts and regions. */
public final class SimulatedDynamoDb {
  private final TableCatalogue catalogue;
  private final TableSetUp setUp;
  private final ItemOperations items;
  private final QueryOperation queries;
  private final Transactions transactions;

  public SimulatedDynamoDb(VirtualTime time, RandomGenerator random) {
    this.catalogue = new TableCatalogue(time, random);
    this.setUp = new TableSetUp(catalogue);
    this.items = new ItemOperations(catalogue);
    this.queries = new QueryOperation(catalogue);
    this.transactions = new Transactions(catalogue);
  }

  /** The service {@code dynamodb}: what functions ask of it. */
  public Service service() {
    return new Service("dynamodb", Service.Protocol.JSON)
        .on("DeleteItem", DeleteItemRequest::builder, items::delete)
        .on("GetItem", GetItemRequest::builder, items::get)
        .on("PutItem", PutItemRequest::builder, items::put)
        .on("Query", QueryRequest::builder, queries::query)
        .on("TransactWriteItems", TransactWriteItemsRequest::builder, transactions::write)
        .on("UpdateItem", UpdateItemRequest::builder, items::update);
  }

  /** The same service, with what operators ask of it too. */
  public Service forOperators() {
    return service().on("Scan", ScanRequest::builder, new ScanOperation(catalogue)::scan);
  }

  /**
   * A client that goes to an account's tables directly: no latency, no faults. For making tables
   * and for looking at what was written.
   */
  public DynamoDbClient client(String account, String region) {
    return new DirectClient(new Caller(account, region, "set-up"), setUp, items, queries);
  }

  /** All items of a table, in the order of their keys. */
  public List<Map<String, AttributeValue>> items(String account, String region, String table) {
    var address = new Address(account, region, table);
    return List.copyOf(catalogue.table(address).items(catalogue.now()).values());
  }

  /**
   * From now on, a query of an index, and a get or a query that doesn't ask for consistency, may
   * each see what was up to so long ago: how long is drawn for each. {@link Duration#ZERO}, as it
   * is at first: all see what is.
   */
  public void readLate(Duration most) {
    catalogue.readLate(most);
  }

  /**
   * From now on, another's transaction is under way on an item, whether it is there or not: who
   * writes it is refused because of the conflict. It ends, having changed nothing, when closed.
   */
  public OngoingTransaction transactionOn(
      String account, String region, String table, Map<String, AttributeValue> key) {
    var address = new Address(account, region, table);
    var held = ItemKeyRules.named(catalogue.table(address).keys(), Values.stored(key));
    catalogue.hold(address, held);
    return () -> catalogue.release(address, held);
  }

  /** A transaction that somebody else has begun. */
  @FunctionalInterface
  public interface OngoingTransaction extends AutoCloseable {
    @Override
    void close();
  }
}
