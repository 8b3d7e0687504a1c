package aurora.restore.simulation.wire;

import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.NotModelledError;

/**
 * What the simulation can't do, and how AWS's services say that they can't. The codes are those of
 * the "Common errors" of the services' API references.
 */
record Lack(Kind kind, String message) {
  /** As each protocol names it: AWS Query, EC2's Query, and the JSON protocols. */
  enum Kind {
    UNKNOWN_OPERATION(400, "InvalidAction", "InvalidAction", "UnknownOperationException"),
    UNKNOWN_PARAMETER(400, "InvalidQueryParameter", "UnknownParameter", "ValidationException"),
    NOT_SIGNED(
        403, "MissingAuthenticationToken", "AuthFailure", "MissingAuthenticationTokenException"),
    UNREADABLE(400, "MalformedQueryString", "MalformedQueryString", "SerializationException"),
    NOT_MODELLED(400, "ValidationError", "UnsupportedOperation", "ValidationException"),
    BROKEN(500, "InternalFailure", "InternalError", "InternalFailure");

    private final int httpStatus;
    private final String query;
    private final String ec2;
    private final String json;

    Kind(int httpStatus, String query, String ec2, String json) {
      this.httpStatus = httpStatus;
      this.query = query;
      this.ec2 = ec2;
      this.json = json;
    }
  }

  static Lack of(NotModelledError error) {
    return new Lack(Kind.NOT_MODELLED, error.getMessage());
  }

  static Lack of(SimulationError error) {
    var kind =
        switch (error) {
          case UnknownOperation _, UnknownService _ -> Kind.UNKNOWN_OPERATION;
          case UnknownParameter _ -> Kind.UNKNOWN_PARAMETER;
          case UnreadableCall call -> call.isUnsigned() ? Kind.NOT_SIGNED : Kind.UNREADABLE;
          case ServiceBroke _ -> Kind.BROKEN;
        };
    return new Lack(kind, error.getMessage());
  }

  int httpStatus() {
    return kind.httpStatus;
  }

  String code(Service.Protocol protocol) {
    return switch (protocol) {
      case QUERY, REST_XML -> kind.query;
      case EC2_QUERY -> kind.ec2;
      case JSON, REST_JSON -> kind.json;
    };
  }
}
