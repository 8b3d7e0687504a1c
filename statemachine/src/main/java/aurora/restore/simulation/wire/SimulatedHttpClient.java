package aurora.restore.simulation.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The HTTP layer of real SDK clients, in process: what they send is answered over a {@link Wire}.
 * May be shared by all clients of one identity, in whatever region they are.
 */
public final class SimulatedHttpClient implements SdkHttpClient {
  private final Supplier<Wire> current;

  public SimulatedHttpClient(Wire wire) {
    this(() -> wire);
  }

  /**
   * @param current is asked at each call
   */
  public SimulatedHttpClient(Supplier<Wire> current) {
    this.current = current;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        var wire = current.get();
        var host = request.httpRequest().host();
        if (!wire.reaches(host)) {
          throw new UnknownHostException(host);
        }
        try {
          return wire.answer(HttpCall.of(request)).response();
        } catch (NoAnswer e) {
          throw (IOException) new SocketTimeoutException("Connect timed out").initCause(e);
        }
      }

      @Override
      public void abort() {
        // A call is answered before it could be aborted.
      }
    };
  }

  @Override
  public String clientName() {
    return "Simulated";
  }

  @Override
  public void close() {
    // Holds nothing that would have to be given back.
  }
}
