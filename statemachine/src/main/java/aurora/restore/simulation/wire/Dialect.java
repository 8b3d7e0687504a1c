package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Service;
import software.amazon.awssdk.core.SdkPojo;

/** How the requests and responses of a protocol are read and written. */
sealed interface Dialect permits QueryDialect, JsonDialect {
  static Dialect of(Service.Protocol protocol) {
    return switch (protocol) {
      case QUERY -> new QueryDialect(QueryFlavor.AWS);
      case EC2_QUERY -> new QueryDialect(QueryFlavor.EC2);
      case JSON -> new JsonDialect();
    };
  }

  /**
   * @throws UnreadableCall where the call names no operation
   */
  Message open(HttpCall call);

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
