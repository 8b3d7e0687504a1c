package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The Query protocols: a form goes in, XML comes out. Errors as in "Error responses" of the RDS and
 * EC2 API References.
 */
record QueryDialect(QueryFlavor flavor) implements Dialect {
  @Override
  public Message open(HttpCall call) {
    var form = FormTree.parse(call.body());
    var operation = form.take("Action");
    var version = form.take("Version");
    if (operation == null || version == null) {
      throw new UnreadableCall("a Query call to " + call.host() + " lacks Action or Version");
    }
    return new FormMessage(flavor, operation, version, form);
  }

  @Override
  public HttpReply refuse(HttpCall call, AwsError refusal, String requestId) {
    // Which version of which API was meant isn't known: the names stand in no namespace.
    return new FormMessage(flavor, null, null, null)
        .refuse(null, refusal, requestId)
        .identified(requestId);
  }

  /**
   * @param version null where the call named none
   */
  private record FormMessage(QueryFlavor flavor, String operation, String version, FormTree form)
      implements Message {
    @Override
    public void fill(SdkPojo request) {
      new FormReader(flavor, operation).fill(request, form);
    }

    @Override
    public HttpReply answer(String service, SdkPojo response, String requestId) {
      var root = operation + "Response";
      var namespace = namespace(service);
      return reply(
          200,
          switch (flavor) {
            case AWS -> XmlBody.of(root, namespace, body -> wrapped(body, response, requestId));
            case EC2 ->
                XmlBody.of(
                    root,
                    namespace,
                    body -> {
                      body.element("requestId", requestId);
                      body.members(response);
                    });
          });
    }

    private void wrapped(XmlBody body, SdkPojo response, String requestId)
        throws XMLStreamException {
      if (!response.sdkFields().isEmpty()) {
        body.element(operation + "Result", result -> result.members(response));
      }
      body.element("ResponseMetadata", metadata -> metadata.element("RequestId", requestId));
    }

    @Override
    public HttpReply refuse(String service, AwsError refusal, String requestId) {
      return reply(
          refusal.httpStatus(),
          switch (flavor) {
            case AWS ->
                XmlBody.of(
                    "ErrorResponse",
                    namespace(service),
                    body -> {
                      body.element("Error", error -> describe(error, refusal));
                      body.element("RequestId", requestId);
                    });
            case EC2 ->
                XmlBody.of(
                    "Response",
                    null,
                    body -> {
                      body.element(
                          "Errors",
                          errors -> errors.element("Error", error -> describe(error, refusal)));
                      body.element("RequestID", requestId);
                    });
          });
    }

    private void describe(XmlBody error, AwsError refusal) throws XMLStreamException {
      if (flavor == QueryFlavor.AWS) {
        error.element("Type", refusal.httpStatus() < 500 ? "Sender" : "Receiver");
      }
      error.element("Code", refusal.code());
      error.element("Message", refusal.getMessage());
    }

    private String namespace(String service) {
      return version == null ? null : "http://" + service + ".amazonaws.com/doc/" + version + "/";
    }

    private static HttpReply reply(int status, byte[] body) {
      return new HttpReply(status, Map.of("Content-Type", "text/xml"), body);
    }
  }
}
