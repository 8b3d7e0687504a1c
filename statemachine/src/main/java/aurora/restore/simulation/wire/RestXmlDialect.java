package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.s3.PutObject;
import aurora.restore.simulation.s3.Stored;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * S3's own protocol: what is asked stands in the method, the path and the headers, and refusals are
 * XML (Amazon S3 API Reference, "Error responses"). As far as PutObject has it, by the path.
 */
record RestXmlDialect() implements Dialect {
  @Override
  public Message open(HttpCall call) {
    var isPut = call.method().equals("PUT") && call.path().matches("/[^/?]+/[^?]+");
    return new RestMessage(isPut ? "PutObject" : call.method() + " " + call.path(), call);
  }

  @Override
  public HttpReply refuse(HttpCall call, AwsError refusal, String requestId) {
    return refusal(refusal, requestId).identified(requestId);
  }

  private static HttpReply refusal(AwsError refusal, String requestId) {
    return new HttpReply(
        refusal.httpStatus(),
        Map.of("Content-Type", "application/xml"),
        XmlBody.of(
            "Error",
            null,
            body -> {
              body.element("Code", refusal.code());
              body.element("Message", refusal.getMessage());
              body.element("RequestId", requestId);
            }));
  }

  private record RestMessage(String operation, HttpCall call) implements Message {
    @Override
    public void fill(SdkPojo request) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      call.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
      ((PutObject.Builder) request).path(call.path()).headers(headers).body(call.body());
    }

    @Override
    public HttpReply answer(String service, SdkPojo response, String requestId) {
      return new HttpReply(200, ((Stored) response).headers(), new byte[0]);
    }

    @Override
    public HttpReply refuse(String service, AwsError refusal, String requestId) {
      return refusal(refusal, requestId);
    }
  }
}
