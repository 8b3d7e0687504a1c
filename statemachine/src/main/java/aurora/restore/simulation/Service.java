package aurora.restore.simulation;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A simulated service: the operations that it knows. Whatever it doesn't know is refused by name,
 * so that a handler that begins to use another operation says so in its first test.
 */
public final class Service {
  /** How requests and responses are written on the wire. */
  public enum Protocol {
    QUERY,
    EC2_QUERY,
    JSON,
    REST_JSON,
    REST_XML
  }

  /** An operation with the empty request that the wire fills in. */
  public record Known<I extends SdkPojo, O extends SdkPojo>(
      Supplier<? extends SdkBuilder<?, I>> request, Operation<I, O> operation) {}

  private final String name;
  private final Protocol protocol;
  private final Map<String, Known<?, ?>> operations = new HashMap<>();

  /**
   * @param name the name that requests are signed for, e.g. {@code rds}, {@code states}
   */
  public Service(String name, Protocol protocol) {
    this.name = name;
    this.protocol = protocol;
  }

  /**
   * @param operation the name on the wire, e.g. {@code CopyDBClusterSnapshot}
   * @param request makes an empty request builder, e.g. {@code
   *     CopyDbClusterSnapshotRequest::builder}
   */
  public <I extends SdkPojo, O extends SdkPojo> Service on(
      String operation, Supplier<? extends SdkBuilder<?, I>> request, Operation<I, O> behaviour) {
    operations.put(operation, new Known<>(request, behaviour));
    return this;
  }

  public String name() {
    return name;
  }

  public Protocol protocol() {
    return protocol;
  }

  /** The names of all operations. */
  public Set<String> operations() {
    return new TreeSet<>(operations.keySet());
  }

  /** All operations of services as IAM names actions, e.g. {@code rds:CreateDBInstance}. */
  public static Set<String> actions(List<Service> services) {
    var actions = new TreeSet<String>();
    for (var service : services) {
      service.operations().forEach(operation -> actions.add(service.name + ":" + operation));
    }
    return Collections.unmodifiableSet(actions);
  }

  public Optional<Known<?, ?>> operation(String operation) {
    return Optional.ofNullable(operations.get(operation));
  }
}
