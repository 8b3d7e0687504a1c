package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Smithy's RPC v2 in CBOR (Smithy specification, "Smithy RPC v2 CBOR protocol"), which newer SDKs
 * speak with a service that older ones speak JSON with. The values are those of JSON; the operation
 * stands in the path.
 */
record CborDialect() implements Dialect {
  private static final String PROTOCOL = "smithy-protocol";
  private static final String RPC_V2 = "rpc-v2-cbor";
  private static final CBORMapper MAPPER = new CBORMapper();

  static boolean isSpokenIn(HttpCall call) {
    return RPC_V2.equals(call.header(PROTOCOL));
  }

  @Override
  public Message open(HttpCall call) {
    return new CborMessage(operation(call), parse(call));
  }

  @Override
  public HttpReply refuse(HttpCall call, AwsError refusal, String requestId) {
    return refusal(refusal).identified(requestId);
  }

  /** Of {@code /service/SERVICE/operation/OPERATION}. */
  private static String operation(HttpCall call) {
    return call.path().substring(call.path().lastIndexOf('/') + 1);
  }

  private static ObjectNode parse(HttpCall call) {
    try {
      if (MAPPER.readTree(call.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new UnreadableCall("the body of " + operation(call) + " is no CBOR", e);
    }
    throw new UnreadableCall("the body of " + operation(call) + " is no map");
  }

  private static HttpReply refusal(AwsError refusal) {
    return reply(refusal.httpStatus(), JsonDialect.body(refusal));
  }

  private static HttpReply reply(int status, JsonNode body) {
    try {
      return new HttpReply(
          status,
          Map.of("Content-Type", "application/cbor", PROTOCOL, RPC_V2),
          MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can't be written to memory", e);
    }
  }

  private record CborMessage(String operation, ObjectNode body) implements Message {
    @Override
    public void fill(SdkPojo request) {
      new JsonReader(operation).fill(request, body, "");
    }

    @Override
    public HttpReply answer(String service, SdkPojo response, String requestId) {
      return reply(200, JsonWriter.write(response));
    }

    @Override
    public HttpReply refuse(String service, AwsError refusal, String requestId) {
      return refusal(refusal);
    }
  }
}
