package aurora.restore.infra.naive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;

/** Looks at the copy once and notes what it has seen. */
public final class NaiveHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  /** As much of the event as it reads. */
  record Seen(String copy, String status) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RdsClient rds = RdsClient.create();
  private final DynamoDbClient dynamoDb = DynamoDbClient.create();

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    var plan = MAPPER.valueToTree(event).path("plan");
    var seen = look(plan.at("/copy/id").asText());
    dynamoDb.updateItem(
        update ->
            update
                .tableName(System.getenv("STATE_TABLE"))
                .key(
                    Map.of(
                        "operation_id", AttributeValue.fromS(plan.path("operation_id").asText())))
                .updateExpression("SET observed = :status")
                .expressionAttributeValues(Map.of(":status", AttributeValue.fromS(seen.status()))));
    return Map.of("copy", seen.copy(), "status", seen.status());
  }

  private Seen look(String copy) {
    try {
      var found = rds.describeDBClusterSnapshots(query -> query.dbClusterSnapshotIdentifier(copy));
      return new Seen(copy, found.dbClusterSnapshots().getFirst().status());
    } catch (DbClusterSnapshotNotFoundException e) {
      return new Seen(copy, "not seen yet");
    }
  }
}
