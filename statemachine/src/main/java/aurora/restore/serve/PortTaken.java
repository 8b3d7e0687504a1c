package aurora.restore.serve;

/** Somebody else listens on the port. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTaken(int port) {
    super(
        "port " + port + " of 127.0.0.1 is taken; end what listens there, or give another --port");
  }
}
