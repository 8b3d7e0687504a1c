package aurora.restore.simulation.wire;

/** Where calls signed for DynamoDB go. */
@FunctionalInterface
public interface DynamoDbEndpoint {
  /** Answers a call as DynamoDB does; a refusal is an answer, too. */
  HttpReply answer(HttpCall call);
}
