package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Service;
import software.amazon.awssdk.core.SdkPojo;

/** How the requests and responses of a protocol are read and written. */
sealed interface Dialect
    permits QueryDialect, JsonDialect, CborDialect, RestJsonDialect, RestXmlDialect {
  /** The dialect of a service; of the two that some services understand, the call's own. */
  static Dialect of(Service.Protocol protocol, HttpCall call) {
    return switch (protocol) {
      case QUERY -> new QueryDialect(QueryFlavor.AWS);
      case EC2_QUERY -> new QueryDialect(QueryFlavor.EC2);
      case REST_JSON -> new RestJsonDialect();
      case REST_XML -> new RestXmlDialect();
      case JSON -> CborDialect.isSpokenIn(call) ? new CborDialect() : new JsonDialect();
    };
  }

  /**
   * @throws UnreadableCall where the call names no operation
   */
  Message open(HttpCall call);

  /** How a call is refused that needn't be one that can be read. */
  HttpReply refuse(HttpCall call, AwsError refusal, String requestId);

  /** One call of a known protocol: its operation, its parameters and how it is answered. */
  interface Message {
    String operation();

    /**
     * @param request an empty request builder
     * @throws UnknownParameter naming what the request has no place for
     */
    void fill(SdkPojo request);

    HttpReply answer(String service, SdkPojo response, String requestId);

    HttpReply refuse(String service, AwsError refusal, String requestId);
  }
}
