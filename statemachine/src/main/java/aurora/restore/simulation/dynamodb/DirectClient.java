package aurora.restore.simulation.dynamodb;

import aurora.restore.simulation.Caller;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Asks the tables themselves, past the wire. What it doesn't have, the SDK's interface refuses. */
record DirectClient(Caller caller, TableSetUp setUp, ItemOperations items, QueryOperation queries)
    implements DynamoDbClient {
  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return setUp.create(caller, request);
  }

  @Override
  public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
    return setUp.expire(caller, request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return items.get(caller, request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return queries.query(caller, request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Holds nothing that would have to be given back.
  }
}
