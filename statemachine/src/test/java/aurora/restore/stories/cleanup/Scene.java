package aurora.restore.stories.cleanup;

import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.stories.Cue;
import aurora.restore.stories.RunbookInput;
import aurora.restore.stories.Story;
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
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A story with a restore to clean up after. */
final class Scene extends Story {
  static final String SOURCE = RunbookInput.SOURCE;
  static final String TARGET = RunbookInput.TARGET;
  static final String CLUSTER = "orders-drill-1";
  static final String COPY = "aurora-restore-drill-1";

  private String refused = "";

  Scene() {
    this(input());
  }

  Scene(ObjectNode input) {
    super(input);
  }

  /** The runbook's input with two readers. */
  static ObjectNode input() {
    return RunbookInput.input().with("instance_count", 3).json();
  }

  static ObjectNode cleanUpOf(String operation) {
    return Json.MAPPER.createObjectNode().put("operation_id", operation);
  }

  RdsClient console() {
    return world().console().rds(TARGET);
  }

  Run restored() {
    return restored(input());
  }

  Run restored(ObjectNode input) {
    var run = world().restore(DRILL, input);
    assertSucceeded(run);
    return run;
  }

  /** Starts a restore and stops it as it enters a state. */
  Run stoppedAt(String state, ObjectNode input) {
    Cue.onEntering(
        world(),
        state,
        execution ->
            world()
                .after(
                    Duration.ofSeconds(3),
                    () -> world().engine().stop(execution.arn(), "Drill", "stopped at " + state)));
    return world().restore(DRILL, input);
  }

  Run cleanUp(ObjectNode input) {
    return world().cleanUp("clean-up-1", input);
  }

  Run cleanUp() {
    return cleanUp(cleanUpOf(DRILL));
  }

  /** Lets things happen until a status shows or an execution ends. */
  void runUntil(Run run, BiPredicate<Run, World> condition) {
    while (run.execution().status() == ExecutionStatus.RUNNING && !condition.test(run, world())) {
      world().runNext();
    }
  }

  /** What is there and wasn't at the beginning. */
  List<String> left() {
    return made().stream().map(it -> it.kind() + " " + it.identifier()).toList();
  }

  /** That everything of before is as it was, and nothing else is there. */
  void assertOnlyWhatWasThereBefore() {
    assertThat(world().resources()).isEqualTo(before());
  }

  void assertSourceIsUntouched() {
    assertThat(touched()).isEmpty();
  }

  List<String> ours(RdsKind kind) {
    return world().resources().stream()
        .filter(it -> it.kind() == kind && it.tags().containsKey(Ownership.TAG))
        .map(Resource::identifier)
        .toList();
  }

  void assertCleanedUp(Run run) {
    assertSucceeded(run);
    assertThat(run.state().orElseThrow().get("status").asText()).isEqualTo("CLEANED_UP");
    assertThat(run.milestones()).last().isEqualTo(Milestone.CLEANED_UP);
    assertThat(world().mail())
        .last()
        .satisfies(mail -> assertThat(mail.subject()).contains("CLEANED_UP"));
  }

  void assertRefused(Run run, String error) {
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().error())
        .as(run.errorMessage())
        .isEqualTo("aurora.restore.error." + error);
    assertThat(world().mail())
        .last()
        .satisfies(mail -> assertThat(mail.body()).contains("Remedy: ").contains(error));
  }

  /** A function fails for good, until it is mended by the answer. */
  Runnable breaks(String broken) {
    var isBroken = new AtomicBoolean(true);
    world()
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
    world()
        .callFaults()
        .add(
            Faults.before(
                (caller, service, called, request) -> {
                  if (called.equals(refused)) {
                    throw new AwsError(code, 400, "it is busy");
                  }
                }));
  }

  void refusesNoMore() {
    refused = "";
  }

  /** The first call of each kind of deletion takes effect, and its answer is lost. */
  void loseAnswersOfDeletions() {
    var lost = new ArrayList<String>();
    world()
        .callFaults()
        .add(
            Faults.after(
                (caller, service, operation, request) -> {
                  if (operation.startsWith("Delete") && !lost.contains(operation)) {
                    lost.add(operation);
                    throw new AwsError("InternalFailure", 500, "the answer is lost");
                  }
                }));
  }

  /** So many calls of RDS from now on are throttled. */
  void throttle(int count) {
    var left = new int[] {count};
    world()
        .callFaults()
        .add(
            Faults.before(
                (caller, service, operation, request) -> {
                  if (service.equals("rds") && left[0] > 0) {
                    left[0]--;
                    throw new AwsError("Throttling", 400, "Rate exceeded");
                  }
                }));
  }
}
