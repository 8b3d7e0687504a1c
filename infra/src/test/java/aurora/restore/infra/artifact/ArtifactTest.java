package aurora.restore.infra.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.infra.Synthesized;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;

/** The clock of the functions is the system's: they are processes of their own. */
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "the Runtime Interface Client has a native half, for Linux alone")
class ArtifactTest {
  /** What the JVM itself says at each start. */
  private static final String JVM_OPTIONS_READ = "Picked up JAVA_TOOL_OPTIONS: ";

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path shared;
  private static Task deployed;
  private static ManagedRuntime runtime;

  @TempDir Path outputs;

  @BeforeAll
  static void deploy() throws Exception {
    deployed = Task.unpacked(Synthesized.jar(), Files.createDirectory(shared.resolve("task")));
    runtime = ManagedRuntime.in(shared);
  }

  private static Instant now() {
    return CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Fleet fleet(Map<String, DeployedFunction> functions, World world, Task task) {
    return fleet(functions, world, task, CLOCK);
  }

  private Fleet fleet(
      Map<String, DeployedFunction> functions, World world, Task task, InstantSource clock) {
    return new Fleet(functions, world, runtime, task, outputs, clock);
  }

  private static Map<String, DeployedFunction> functions(World world) {
    return DeployedFunctions.all(Synthesized.awsOwned(), world);
  }

  @Test
  void everyFunctionOfTheTemplateDoesOutOfTheJarWhatItDoesInTests() {
    var handlers = new TreeSet<String>();
    var now = now();
    try (var world = Day.morning(now);
        var here = Day.morning(now);
        var fleet = fleet(functions(world), world, deployed)) {
      world.runFunctions(inThisJvm -> fleet);
      failOnce(world);
      failOnce(here);

      assertThat(Day.work(world))
          .isEqualTo(Day.work(here))
          .contains("drill-1 ended SUCCEEDED", "refused-1 ended FAILED")
          .contains("failed by: [aurora.restore.error.TransientFailure]")
          .contains("failed by: [aurora.restore.error.InvalidRequest]");
      handlers.addAll(fleet.handlersThatAnswered());
    }
    try (var world = Day.evening(now);
        var here = Day.evening(now);
        var fleet = fleet(functions(world), world, deployed)) {
      world.runFunctions(inThisJvm -> fleet);

      assertThat(Day.cleanUp(world, () -> fire(fleet, world)))
          .isEqualTo(Day.cleanUp(here, here::reap))
          .contains("purge-1 ended SUCCEEDED");
      assertThat(fleet.printed().stream().filter(line -> !line.startsWith(JVM_OPTIONS_READ)))
          .as("nothing is logged that isn't a line of JSON, where nothing fails")
          .isNotEmpty()
          .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
      handlers.addAll(fleet.handlersThatAnswered());
    }
    assertThat(handlers)
        .containsExactlyInAnyOrderElementsOf(
            Synthesized.awsOwned().resources("AWS::Lambda::Function").stream()
                .map(function -> function.properties().path("Handler").asText())
                .toList());
  }

  /**
   * So often that the SDK gives up, and the state machine has to try again, by the error's name.
   */
  private static void failOnce(World world) {
    world
        .callFaults()
        .add(
            new Faults() {
              private int left = 3;

              @Override
              public void before(Caller caller, String service, String operation, SdkPojo request) {
                if (caller.function().equals("RestoreCluster")
                    && service.equals("rds")
                    && left-- > 0) {
                  throw new AwsError("InternalFailure", 500, "An internal error has occurred.");
                }
              }
            });
  }

  /** As the rules do, each with its target. */
  private static void fire(Fleet fleet, World world) {
    var called = DeployedFunctions.ofRules(Synthesized.awsOwned(), world).keySet();
    assertThat(called).isNotEmpty();
    called.forEach(
        name ->
            assertThat(fleet.run(name, Day.scheduled(world))).isInstanceOf(Outcome.Answered.class));
  }

  @Test
  void aMisspeltHandlerIsNamedWithWhatItsProcessSaid() {
    try (var world = Day.morning(now())) {
      var functions = functions(world);
      functions.computeIfPresent(
          "Notify", (name, it) -> it.withHandler(it.handler().replace("Notify", "Notfiy")));
      try (var fleet = fleet(functions, world, deployed)) {
        world.runFunctions(here -> fleet);

        assertThatThrownBy(() -> world.restore("drill-1", Day.input()))
            .isInstanceOf(FunctionBroken.class)
            .hasMessageContainingAll(
                "function Notify (aurora.restore.notify.NotfiyHandler)",
                "its process printed:",
                "Class not found: aurora.restore.notify.NotfiyHandler");
      }
    }
  }

  @Test
  void aClassThatIsMissingInTheJarIsNamedWithTheFunctionThatNeedsIt() throws Exception {
    var missing = "software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest";
    var task = Task.without(missing, Synthesized.jar(), outputs.resolve("task"));
    try (var world = Day.morning(now());
        var fleet = fleet(functions(world), world, task)) {
      world.runFunctions(here -> fleet);

      assertThatThrownBy(() -> world.restore("drill-1", Day.input()))
          .isInstanceOf(FunctionBroken.class)
          .hasMessageContainingAll(
              "function PlanRestore",
              "its process printed:",
              "NoClassDefFoundError",
              missing.replace('.', '/'));
    }
  }

  /** On a clock of which every look takes a third of the timeout: the process itself is quick. */
  @Test
  void aFunctionThatStillCallsAwsWhenItsTimeIsOverIsBroken() {
    var looks = new AtomicInteger();
    var start = now();
    try (var world = Day.morning(start)) {
      var functions = functions(world);
      var seconds = functions.get("PlanRestore").timeoutSeconds();
      InstantSource slow = () -> start.plusSeconds(looks.getAndIncrement() * (seconds / 3L));
      try (var fleet = fleet(functions, world, deployed, slow)) {
        world.runFunctions(here -> fleet);

        assertThatThrownBy(() -> world.restore("drill-1", Day.input()))
            .isInstanceOf(FunctionBroken.class)
            .hasMessageContainingAll(
                "function PlanRestore", "took longer than its timeout of " + seconds + " s");
        assertThat(looks).as("what it did was heard until then").hasValueGreaterThan(4);
      }
    }
  }

  @Test
  void noProcessOutlivesItsFleetWhateverFailed() {
    try (var world = Day.morning(now())) {
      var fleet = fleet(functions(world), world, deployed);
      try (fleet) {
        assertThatThrownBy(() -> fleet.run("PlanRestore", Json.MAPPER.createObjectNode()))
            .isInstanceOf(FunctionBroken.class)
            .hasMessageContaining("NullPointerException");
        assertThat(fleet.processes()).hasSize(1).allMatch(ProcessHandle::isAlive);
      }
      assertThat(fleet.processes()).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }
  }
}
