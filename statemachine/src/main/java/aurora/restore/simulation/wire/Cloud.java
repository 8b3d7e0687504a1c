package aurora.restore.simulation.wire;

import aurora.restore.simulation.Faults;
import aurora.restore.simulation.Service;
import aurora.restore.time.VirtualTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What the clients of one simulated world are connected to.
 *
 * @param services by the name that requests are signed for
 * @param hosts whether there is a host of this name, e.g. {@code rds.us-east-1.amazonaws.com}
 * @param random draws request ids; handed in, so that one seed gives one history
 */
public record Cloud(
    VirtualTime time,
    Map<String, Service> services,
    Faults faults,
    Latency latency,
    Predicate<String> hosts,
    RandomGenerator random) {
  public Cloud {
    services = new TreeMap<>(services);
    LibraryLogging.silence();
  }

  /** Every host exists. */
  public Cloud(
      VirtualTime time,
      Map<String, Service> services,
      Faults faults,
      Latency latency,
      RandomGenerator random) {
    this(time, services, faults, latency, host -> true, random);
  }

  /** The same, but with these services in place of those of the same name, or beside them. */
  public Cloud with(Collection<Service> more) {
    var all = new TreeMap<>(services);
    all.putAll(byName(more));
    return new Cloud(time, all, faults, latency, hosts, random);
  }

  public static Map<String, Service> byName(Collection<Service> services) {
    return services.stream().collect(Collectors.toMap(Service::name, Function.identity()));
  }

  /** The wire that {@code identity}'s calls go over. */
  public Wire wire(Identity identity) {
    return new Wire(this, identity);
  }

  /** The HTTP client that {@code identity}'s SDK clients are built with. */
  public SimulatedHttpClient httpClient(Identity identity) {
    return new SimulatedHttpClient(wire(identity));
  }
}
