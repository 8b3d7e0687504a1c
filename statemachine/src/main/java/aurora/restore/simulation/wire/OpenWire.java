package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.NotModelledError;

/**
 * A wire for clients that nobody here wrote. What the simulation lacks ends no run: the call is
 * refused as its service refuses what it doesn't know, in the caller's own dialect.
 */
public final class OpenWire {
  private final Wire wire;

  public OpenWire(Wire wire) {
    this.wire = wire;
  }

  /** Answers any call, whatever is wrong with it. */
  public HttpReply answer(HttpCall call) {
    try {
      return wire.answer(call);
    } catch (NotModelledError e) {
      return refuse(call, Lack.of(e));
    } catch (SimulationError e) {
      return refuse(call, Lack.of(e));
    }
  }

  private HttpReply refuse(HttpCall call, Lack lack) {
    var protocol = protocol(call);
    var refusal = new AwsError(lack.code(protocol), lack.httpStatus(), lack.message());
    return Dialect.of(protocol, call).refuse(call, refusal, wire.nextRequestId());
  }

  /** The service's own; of what is signed for none, as it looks. */
  private Service.Protocol protocol(HttpCall call) {
    try {
      var service = wire.service(call);
      if (service.isPresent()) {
        return service.get().protocol();
      }
      if (Credential.of(call).service().equals("s3")) {
        return Service.Protocol.QUERY; // its calls are no forms, but its errors are the same XML
      }
    } catch (UnreadableCall e) {
      // Not signed: what it looks like has to do.
    }
    var type = call.header("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded")
        ? Service.Protocol.QUERY
        : Service.Protocol.JSON;
  }
}
