package aurora.restore.serve;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Json;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.fault.FaultOrder;
import aurora.restore.machine.Machine;
import aurora.restore.machine.StackOutput;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A served world, an hour of which passes in a moment, and clients that know it by HTTP alone. */
public final class Operators implements AutoCloseable, Listener {
  private static final double HOURS_IN_A_MOMENT = 36_000;
  private static final double TEN_MINUTES_IN_A_SECOND = 600;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final StaticCredentialsProvider credentials =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
  private final List<Throwable> broken = new CopyOnWriteArrayList<>();
  private final Set<String> called = ConcurrentHashMap.newKeySet();
  private final Map<String, BlockingQueue<ExecutionStatus>> ends = new ConcurrentHashMap<>();
  private final Server server;
  private final String home;

  public Operators(String... faults) {
    this(HOURS_IN_A_MOMENT, faults);
  }

  /**
   * The same, but what happened within the hour hasn't long been forgotten when it is looked at.
   */
  public static Operators inNoHurry(String... faults) {
    return new Operators(TEN_MINUTES_IN_A_SECOND, faults);
  }

  private Operators(double speed, String... faults) {
    var world = new World(World.describedBy(input()), World.home(input()), 1);
    List.of(faults).forEach(fault -> FaultOrder.read(fault).in(world, input()));
    world.listen(this);
    world.callFaults().add(new Called(called));
    this.home = world.settings().region();
    this.server = Server.start(world, 0, speed, broken::add);
  }

  public static ObjectNode input() {
    try {
      var example = Path.of(System.getProperty("repository.root"), "docs/examples/restore.json");
      return (ObjectNode) Json.MAPPER.readTree(Files.readString(example));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the example is JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Server server() {
    return server;
  }

  /** What went wrong with the simulation itself: nothing should. */
  List<Throwable> broken() {
    return broken;
  }

  /** What clients have called, by service and operation, e.g. {@code rds:DescribeDBClusters}. */
  public Set<String> called() {
    return Set.copyOf(called);
  }

  private record Called(Set<String> actions) implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (caller.function().equals("Operator")) {
        actions.add(service + ":" + operation);
      }
    }
  }

  public String home() {
    return home;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public Aws aws() {
    return new Aws(
        home, _ -> http, credentials, Optional.of(endpoint()), AwsRetryStrategy::doNotRetry);
  }

  SfnClient sfn() {
    return aws().sfn();
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(home))
        .credentialsProvider(credentials)
        .httpClient(http)
        .build();
  }

  String machine(Machine machine) {
    return server.variables().get(StackOutput.of(machine).key());
  }

  /** Starts an execution; answers its ARN. */
  public String start(Machine machine, String name, JsonNode input) {
    return sfn()
        .startExecution(
            it -> it.stateMachineArn(machine(machine)).name(name).input(input.toString()))
        .executionArn();
  }

  /** Looks at an execution once it has ended, or ended again after a redrive. */
  public DescribeExecutionResponse followed(String executionArn) {
    try {
      var end = ends(executionArn).poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(end).as("the end of " + executionArn).isNotNull();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while following", e);
    }
    return sfn().describeExecution(it -> it.executionArn(executionArn));
  }

  private BlockingQueue<ExecutionStatus> ends(String executionArn) {
    return ends.computeIfAbsent(executionArn, arn -> new LinkedBlockingQueue<>());
  }

  @Override
  public void onStatusChange(StatusChange change) {
    if (change.status() != ExecutionStatus.RUNNING) {
      ends(change.executionArn()).add(change.status());
    }
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}
