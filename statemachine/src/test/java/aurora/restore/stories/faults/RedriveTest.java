package aurora.restore.stories.faults;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.error.OperationInProgress;
import aurora.restore.machine.Machine;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** A redrive from each step: what was done isn't done again, and the end is the same. */
class RedriveTest {
  private static final String PERMANENT = "aurora.restore.error.RefusedByAws";

  private static Drill good;
  private static Run goodRun;

  @BeforeAll
  static void restoreWithoutAnyFault() {
    good = Drill.of(Inputs.plain());
    goodRun = good.restore();
    Honest.assertSucceeded(good, goodRun);
  }

  @AfterAll
  static void close() {
    good.close();
  }

  /** Fails a function for good where one state calls it, as long as it is broken. */
  private static final class FailingState implements InvocationFault {
    private final String state;
    private boolean broken = true;

    FailingState(String state) {
      this.state = state;
    }

    @Override
    public Optional<Failed> before(String function, JsonNode payload) {
      var calling = payload.at("/state/Name").asText(spoken(function));
      return broken && calling.equals(state)
          ? Optional.of(
              new Failed(
                  PERMANENT,
                  "{\"errorMessage\":\"x: broke. Remedy: mend it.\",\"errorType\":\""
                      + PERMANENT
                      + "\"}"))
          : Optional.empty();
    }

    /** The functions that aren't told their state are called by one that bears their name. */
    private static String spoken(String function) {
      return function.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
  }

  /** Every task that a restore of this input enters, but those whose failure is no failure. */
  static Stream<String> states() {
    var names = new ArrayList<String>();
    collect(definition(), names);
    return names.stream()
        .filter(name -> !name.startsWith("Notify") && !name.equals("Record Evidence"))
        .filter(name -> !name.contains("Settings") && !name.equals("Run Checks"));
  }

  private static void collect(JsonNode machine, List<String> names) {
    for (var state : machine.path("States").properties()) {
      if (state.getValue().path("Type").asText().equals("Task")) {
        names.add(state.getKey());
      }
      collect(state.getValue().path("ItemProcessor"), names);
    }
  }

  private static JsonNode definition() {
    try {
      return Json.MAPPER.readTree(Machine.RESTORE.definition());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("states")
  void redriveGoesOnWhereItFailedAndEndsAsIfNothingHadHappened(String state) {
    try (var drill = Drill.of(Inputs.plain())) {
      var fault = new FailingState(state);
      drill.world().invocationFaults().add(fault);
      var run = drill.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.execution().failedState()).isEqualTo(state);
      Honest.assertFailed(drill, run, 1);
      var doneBefore = succeeded(run);
      var effectsBefore = drill.effects();

      fault.broken = false;
      drill.redrive(run);

      Honest.assertSucceeded(drill, run);
      assertThat(drill.effects().subList(0, effectsBefore.size())).isEqualTo(effectsBefore);
      assertThat(drill.effects()).containsExactlyElementsOf(good.effects());
      assertNothingRepeated(run, doneBefore, state);
      assertSameEnd(drill, run);
    }
  }

  @Test
  void executionThatFailsTwiceIsRedrivenTwice() {
    try (var drill = Drill.of(Inputs.plain())) {
      var copy = new FailingState("Copy Snapshot");
      var verify = new FailingState("Verify Restore");
      drill.world().invocationFaults().add(copy);
      drill.world().invocationFaults().add(verify);
      var run = drill.restore();
      Honest.assertFailed(drill, run, 1);
      copy.broken = false;
      drill.redrive(run);
      assertThat(run.execution().failedState()).isEqualTo("Verify Restore");
      Honest.assertFailed(drill, run, 2);
      verify.broken = false;
      drill.redrive(run);
      Honest.assertSucceeded(drill, run);
      assertThat(run.state().orElseThrow().get("redrive_count").asInt()).isEqualTo(2);
      assertSameEnd(drill, run);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copy Snapshot",
        "Wait For Copy",
        "Restore Cluster",
        "Wait For Cluster",
        "Create Instance",
        "Wait For Instance",
        "Apply Settings",
        "Wait For Settings"
      })
  void whoIsRedrivenAfterAnotherTookTheOperationOverIsRefused(String state) {
    var input = Inputs.plain().put("manage_master_password", true);
    try (var drill = Drill.of(input)) {
      var fault = new FailingState(state);
      drill.world().invocationFaults().add(fault);
      var run = drill.restore();
      assertThat(run.execution().failedState()).isEqualTo(state);
      fault.broken = false;
      var other =
          drill.world().restore("another", input.deepCopy().put("operation_id", Drill.DRILL));
      assertSucceeded(other);
      var made = drill.tagged();

      drill.redrive(run);

      assertThat(run.execution().failedState()).isEqualTo(state);
      assertFailed(run, OperationInProgress.class);
      assertThat(run.errorMessage()).contains(other.execution().arn());
      assertThat(drill.tagged()).isEqualTo(made);
    }
  }

  /**
   * A state that was left is not entered again; loops before the failure have come to their end.
   * What is to be recorded as complete is verified again before.
   */
  private static void assertNothingRepeated(Run run, Map<String, Integer> before, String state) {
    var after = succeeded(run);
    before.forEach(
        (name, times) -> {
          var wasUnderWay = name.startsWith("Wait For") || name.contains("Reader");
          var isVerifiedAgain =
              state.equals("Record Completed")
                  && name.matches("Verify Restore|Verified\\?|Checks Asked\\?");
          if (!name.equals(state) && !wasUnderWay && !isVerifiedAgain) {
            assertThat(after.get(name)).as(name).isEqualTo(times);
          }
        });
  }

  /** How often each task succeeded. */
  private static Map<String, Integer> succeeded(Run run) {
    var counts = new HashMap<String, Integer>();
    run.execution().history().stream()
        .map(HistoryEvent::stateExitedEventDetails)
        .filter(exited -> exited != null)
        .forEach(exited -> counts.merge(exited.name(), 1, Integer::sum));
    return counts;
  }

  private static void assertSameEnd(Drill drill, Run run) {
    for (var key :
        List.of("operation_id", "cluster_id", "cluster_arn", "copied_snapshot", "port")) {
      assertThat(run.output().get(key)).as(key).isEqualTo(goodRun.output().get(key));
    }
    assertThat(resources(drill)).isEqualTo(resources(good));
    assertThat(run.milestones().stream().filter(it -> it != Milestone.FAILED))
        .containsExactlyElementsOf(goodRun.milestones());
    assertThat(run.state().orElseThrow().get("resources"))
        .isEqualTo(goodRun.state().orElseThrow().get("resources"));
    assertThat(drill.touched()).isEmpty();
  }

  private static TreeSet<String> resources(Drill drill) {
    var found = new TreeSet<String>();
    drill.tagged().forEach(it -> found.add(it.arn() + " of " + it.tags().get(Ownership.TAG)));
    return found;
  }
}
