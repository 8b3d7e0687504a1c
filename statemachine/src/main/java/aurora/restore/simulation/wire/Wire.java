package aurora.restore.simulation.wire;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Answers HTTP calls out of the simulated services, for one caller. Knows nothing of the SDK's HTTP
 * layer, so that the same core can stand behind a real server.
 */
public final class Wire {
  private static final List<WireObserver> OBSERVERS = WireObserver.all();

  /** What the functions' HTTP client waits for a connection (UrlConnectionHttpClient's default). */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final Cloud cloud;
  private final Identity identity;

  Wire(Cloud cloud, Identity identity) {
    this.cloud = cloud;
    this.identity = identity;
  }

  /** Whether there is such a host: the endpoints of regions that don't exist have none. */
  boolean reaches(String host) {
    return cloud.hosts().test(host);
  }

  /**
   * The service and the region are read off the call's signature. The call spends the latency in
   * virtual time before it takes effect.
   *
   * @throws NoAnswer where nobody answers
   * @throws SimulationError where the simulation lacks the service, the operation or a parameter
   */
  public HttpReply answer(HttpCall call) {
    var credential = Credential.of(call);
    var caller = new Caller(identity.account(), credential.region(), identity.function());
    var reply = reply(credential.service(), caller, call, nextRequestId());
    OBSERVERS.forEach(observer -> observer.answered(credential.service(), call, reply));
    return reply;
  }

  private HttpReply reply(String name, Caller caller, HttpCall call, String requestId) {
    var service = cloud.services().get(name);
    if (service == null) {
      throw new UnknownService(name, caller);
    }
    return serve(service, caller, call, requestId).identified(requestId);
  }

  private HttpReply serve(Service service, Caller caller, HttpCall call, String requestId) {
    var dialect = Dialect.of(service.protocol(), call);
    var message = dialect.open(call);
    var operation = message.operation();
    var known =
        service
            .operation(operation)
            .orElseThrow(() -> new UnknownOperation(service.name(), operation, caller));
    var request = read(message, known);
    if (!cloud.faults().answers(caller, service.name())) {
      cloud.time().spend(CONNECT_TIMEOUT);
      throw new NoAnswer();
    }
    spendLatency(service.name(), operation);
    try {
      cloud.faults().before(caller, service.name(), operation, request);
      var response = perform(service, operation, known, caller, request);
      cloud.faults().after(caller, service.name(), operation, request);
      return message.answer(service.name(), response, requestId);
    } catch (AwsError refusal) {
      return message.refuse(service.name(), refusal, requestId);
    }
  }

  private static SdkPojo read(Dialect.Message message, Service.Known<?, ?> known) {
    // Every builder that the SDK generates describes its own fields.
    var builder = (SdkPojo) known.request().get();
    message.fill(builder);
    return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
  }

  @SuppressWarnings(
      "unchecked") // the request was built by the builder that belongs to the operation
  private static <I extends SdkPojo> SdkPojo perform(
      Service service,
      String operation,
      Service.Known<I, ?> known,
      Caller caller,
      SdkPojo request) {
    try {
      return known.operation().call(caller, (I) request);
    } catch (AwsError refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      throw new ServiceBroke(service.name(), operation, caller, e);
    }
  }

  private void spendLatency(String service, String operation) {
    cloud.time().spend(cloud.latency().of(service, operation));
  }

  /** Which of the services the call is for; empty where it is signed for none of them. */
  Optional<Service> service(HttpCall call) {
    return Optional.ofNullable(cloud.services().get(Credential.of(call).service()));
  }

  /** Has the look of a random UUID (RFC 9562 version 4), as AWS's request ids do. */
  String nextRequestId() {
    var high = cloud.random().nextLong() & ~0xF000L | 0x4000L;
    var low = cloud.random().nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }
}
