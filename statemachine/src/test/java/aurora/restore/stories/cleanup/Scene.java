package aurora.restore.stories.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.TaskRunner;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** A world with a restore to clean up after, and what was in it before. */
final class Scene implements AutoCloseable {
  static final String SOURCE = "us-east-1";
  static final String TARGET = "us-west-2";
  static final String DRILL = "drill-1";
  static final String CLUSTER = "orders-drill-1";
  static final String COPY = "aurora-restore-drill-1";

  private final World world;
  private final List<String> calls = new ArrayList<>();
  private final List<Resource> before;
  private String refused = "";

  Scene() {
    this(input());
  }

  Scene(ObjectNode input) {
    this.world =
        new World(
            World.describedBy(input),
            World.home(input),
            1,
            new Faults() {
              @Override
              public void before(Caller caller, String service, String operation, SdkPojo request) {
                calls.add(caller.function() + " " + operation);
              }

              @Override
              public void after(Caller caller, String service, String operation, SdkPojo request) {}
            });
    this.before = world.resources();
  }

  /** The runbook's input with two readers. */
  static ObjectNode input() {
    var input = Json.MAPPER.createObjectNode();
    input.put("snapshot_id", "orders-2026-11-22");
    input.put("source_region", SOURCE);
    input.put("target_region", TARGET);
    input.put("vpc_id", "vpc-0a1b2c3d4e5f60718");
    input.putArray("subnet_ids").add("subnet-01a").add("subnet-01b").add("subnet-01c");
    input.putArray("security_group_ids").add("sg-0a1b2c3d4e5f60718");
    input.put("instance_count", 3);
    return input;
  }

  static ObjectNode cleanUpOf(String operation) {
    return Json.MAPPER.createObjectNode().put("operation_id", operation);
  }

  World world() {
    return world;
  }

  RdsClient console() {
    return world.console().rds(TARGET);
  }

  Run restored() {
    return restored(input());
  }

  Run restored(ObjectNode input) {
    var run = world.restore(DRILL, input);
    assertThat(run.execution().status())
        .as(run.errorMessage())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    return run;
  }

  /** Starts a restore and stops it as it enters a state. */
  Run stoppedAt(String state, ObjectNode input) {
    world.listen(
        new Listener() {
          @Override
          public void onEvent(Execution execution, HistoryEvent event) {
            var entered = event.stateEnteredEventDetails();
            if (entered != null && entered.name().equals(state) && execution.name().equals(DRILL)) {
              world.after(
                  Duration.ofSeconds(3),
                  () -> world.engine().stop(execution.arn(), "Drill", "stopped at " + state));
            }
          }
        });
    return world.restore(DRILL, input);
  }

  Run cleanUp(ObjectNode input) {
    return world.cleanUp("clean-up-1", input);
  }

  Run cleanUp() {
    return cleanUp(cleanUpOf(DRILL));
  }

  /** Lets things happen until a status shows or an execution ends. */
  void runUntil(Run run, BiPredicate<Run, World> condition) {
    while (run.execution().status() == ExecutionStatus.RUNNING && !condition.test(run, world)) {
      world.runNext();
    }
  }

  /** What is there and wasn't at the beginning. */
  List<String> left() {
    return world.resources().stream()
        .filter(it -> before.stream().noneMatch(was -> was.arn().equals(it.arn())))
        .map(it -> it.kind() + " " + it.identifier())
        .toList();
  }

  /** That everything of before is as it was, and nothing else is there. */
  void assertOnlyWhatWasThereBefore() {
    assertThat(world.resources()).isEqualTo(before);
  }

  void assertSourceIsUntouched() {
    assertThat(world.resources()).containsAll(before);
  }

  List<String> ours(RdsKind kind) {
    return world.resources().stream()
        .filter(it -> it.kind() == kind && it.tags().containsKey(Ownership.TAG))
        .map(Resource::identifier)
        .toList();
  }

  void assertCleanedUp(Run run) {
    assertThat(run.execution().status())
        .as("%s: %s", run.execution().failedState(), run.errorMessage())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    assertThat(run.milestones()).last().isEqualTo(Milestone.CLEANED_UP);
    assertThat(world.mail())
        .last()
        .satisfies(mail -> assertThat(mail.subject()).contains("CLEANED_UP"));
  }

  void assertRefused(Run run, String error) {
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().error())
        .as(run.errorMessage())
        .isEqualTo("aurora.restore.error." + error);
    assertThat(world.mail())
        .last()
        .satisfies(mail -> assertThat(mail.body()).contains("Remedy: ").contains(error));
  }

  /** Deletions asked for by the pipeline, in order. */
  List<String> deletions() {
    return calls.stream().filter(call -> call.matches("\\S+ Delete(DB|Cluster).*")).toList();
  }

  /** A function fails for good, until it is mended by the answer. */
  Runnable breaks(String broken) {
    var isBroken = new AtomicBoolean(true);
    world
        .invocationFaults()
        .add(
            new InvocationFault() {
              @Override
              public Optional<TaskRunner.Outcome.Failed> before(String function, JsonNode payload) {
                return isBroken.get() && function.equals(broken)
                    ? Optional.of(
                        new TaskRunner.Outcome.Failed(
                            "aurora.restore.error.RefusedByAws",
                            "{\"errorMessage\":\"x: broke. Remedy: mend it.\","
                                + "\"errorType\":\"aurora.restore.error.RefusedByAws\"}"))
                    : Optional.empty();
              }
            });
    return () -> isBroken.set(false);
  }

  /** An operation of AWS is refused, until {@link #refusesNoMore}. */
  void refuses(String operation, String code) {
    refused = operation;
    world
        .callFaults()
        .add(
            new Faults() {
              @Override
              public void before(Caller caller, String service, String called, SdkPojo request) {
                if (called.equals(refused)) {
                  throw new AwsError(code, 400, "it is busy");
                }
              }

              @Override
              public void after(Caller caller, String service, String called, SdkPojo request) {}
            });
  }

  void refusesNoMore() {
    refused = "";
  }

  /** The first call of each kind of deletion takes effect, and its answer is lost. */
  void loseAnswersOfDeletions() {
    var lost = new ArrayList<String>();
    world
        .callFaults()
        .add(
            new Faults() {
              @Override
              public void before(
                  Caller caller, String service, String operation, SdkPojo request) {}

              @Override
              public void after(Caller caller, String service, String operation, SdkPojo request) {
                if (operation.startsWith("Delete") && !lost.contains(operation)) {
                  lost.add(operation);
                  throw new AwsError("InternalFailure", 500, "the answer is lost");
                }
              }
            });
  }

  /** So many calls of RDS from now on are throttled. */
  void throttle(int count) {
    var left = new int[] {count};
    world
        .callFaults()
        .add(
            new Faults() {
              @Override
              public void before(Caller caller, String service, String operation, SdkPojo request) {
                if (service.equals("rds") && left[0] > 0) {
                  left[0]--;
                  throw new AwsError("Throttling", 400, "Rate exceeded");
                }
              }

              @Override
              public void after(Caller caller, String service, String operation, SdkPojo request) {}
            });
  }

  @Override
  public void close() {
    world.close();
  }
}
