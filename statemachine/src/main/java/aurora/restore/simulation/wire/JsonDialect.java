package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** The AWS JSON protocols (Smithy specification, "AWS JSON 1.0" and "1.1 protocol"). */
record JsonDialect() implements Dialect {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  @Override
  public Message open(HttpCall call) {
    return new JsonMessage(target(call), contentType(call), parse(target(call), call));
  }

  @Override
  public HttpReply refuse(HttpCall call, AwsError refusal, String requestId) {
    return refusal(contentType(call), refusal).identified(requestId);
  }

  /**
   * The operation that the call is for, e.g. {@code DescribeKey} of {@code
   * TrentService.DescribeKey}.
   */
  static String target(HttpCall call) {
    var target = call.header("X-Amz-Target");
    if (target == null || target.indexOf('.') < 0) {
      throw new UnreadableCall("a JSON call to " + call.host() + " has no X-Amz-Target");
    }
    return target.substring(target.lastIndexOf('.') + 1);
  }

  static HttpReply refusal(String contentType, AwsError refusal) {
    return new HttpReply(
        refusal.httpStatus(),
        Map.of("Content-Type", contentType, "x-amzn-errortype", refusal.code()),
        bytes(body(refusal)));
  }

  /** What a refusal says, with what else it tells. */
  static ObjectNode body(AwsError refusal) {
    var body =
        MAPPER
            .createObjectNode()
            .put("__type", refusal.code())
            .put("message", refusal.getMessage());
    refusal.members().map(JsonWriter::write).ifPresent(body::setAll);
    return body;
  }

  private static String contentType(HttpCall call) {
    var sent = call.header("Content-Type");
    return sent == null ? "application/x-amz-json-1.1" : sent;
  }

  static HttpReply reply(String contentType, JsonNode body) {
    return new HttpReply(200, Map.of("Content-Type", contentType), bytes(body));
  }

  static ObjectNode parse(String operation, HttpCall call) {
    try {
      var body = MAPPER.readTree(call.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
      throw new UnreadableCall("the body of " + operation + " is no JSON object");
    } catch (IOException e) {
      throw new UnreadableCall("the body of " + operation + " is no JSON", e);
    }
  }

  private static byte[] bytes(JsonNode body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can't be written to memory", e);
    }
  }

  private record JsonMessage(String operation, String contentType, ObjectNode body)
      implements Message {
    @Override
    public void fill(SdkPojo request) {
      new JsonReader(operation).fill(request, body, "");
    }

    @Override
    public HttpReply answer(String service, SdkPojo response, String requestId) {
      return reply(contentType, JsonWriter.write(response));
    }

    @Override
    public HttpReply refuse(String service, AwsError refusal, String requestId) {
      return refusal(contentType, refusal);
    }
  }
}
