package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * JSON by a path for each operation (Smithy specification, "AWS restJson1 protocol"), as far as the
 * RDS Data API has it: all calls are posts, and all members are in the body.
 */
record RestJsonDialect() implements Dialect {
  private static final String TYPE = "application/json";

  /** Paths that aren't called as their operation is (RDS Data API Reference). */
  private static final Map<String, String> OTHERWISE =
      Map.of("Execute", "ExecuteStatement", "BatchExecute", "BatchExecuteStatement");

  @Override
  public Message open(HttpCall call) {
    var path = call.path().substring(1);
    return new RestMessage(OTHERWISE.getOrDefault(path, path), call);
  }

  @Override
  public HttpReply refuse(HttpCall call, AwsError refusal, String requestId) {
    return JsonDialect.refusal(TYPE, refusal).identified(requestId);
  }

  private record RestMessage(String operation, HttpCall call) implements Message {
    @Override
    public void fill(SdkPojo request) {
      new JsonReader(operation).fill(request, JsonDialect.parse(operation, call), "");
    }

    @Override
    public HttpReply answer(String service, SdkPojo response, String requestId) {
      return JsonDialect.reply(TYPE, JsonWriter.write(response));
    }

    @Override
    public HttpReply refuse(String service, AwsError refusal, String requestId) {
      return JsonDialect.refusal(TYPE, refusal);
    }
  }
}
