package aurora.restore.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.house.AwsCli;
import aurora.restore.machine.Machine;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Wherever a restore ends, whoever pays for what is there reads of it and can be rid of it. */
class EndedAnywhereTest {
  /** Reached by inputs that ask for it, or when the restore is over. */
  private static final Set<String> NOT_REACHED =
      Set.of(
          "Plan Restore",
          "Record Started",
          "Apply Settings",
          "Wait For Settings",
          "Run Checks",
          "Pause For Checks",
          "Record Completed",
          "Record Evidence",
          "Notify Completed");

  @ParameterizedTest
  @MethodSource("tasks")
  void whatIsThereIsInTheRowAndInTheMail(String state) {
    try (var drill = Drill.of(Inputs.plain())) {
      var run = drill.world().start(Drill.DRILL, Inputs.plain());
      while (!isAt(run, state)) {
        assertThat(drill.world().runNext()).as("something happens until " + state).isTrue();
      }
      drill.world().engine().stop(run.execution().arn(), null, null);
      drill.world().run(run);

      assertThat(run.execution().failedState()).isEqualTo(state);
      Honest.assertFailed(drill, run, 1);
      var body = drill.mail("FAILED").findFirst().orElseThrow().body();
      if (body.contains("Or give it up")) {
        new Shell(drill.world(), Inputs.plain()).follow(body.split("Or give it up")[1]);
        assertThat(drill.tagged()).as("what was to be deleted").isEmpty();
      }
    }
  }

  private static boolean isAt(Run run, String state) {
    return run.execution().history().stream()
        .map(HistoryEvent::stateEnteredEventDetails)
        .anyMatch(entered -> entered != null && entered.name().equals(state));
  }

  @Test
  void everyCommandOfAMailIsOneThatTheCliTakes() {
    var lines = new ArrayList<String>();
    for (var fault :
        List.of("copy-fails", "cluster-fails", "instance-fails", "cluster-name-taken", "aborted")) {
      lines.addAll(commands(Drill.of(Inputs.plain(), fault)));
    }
    lines.addAll(commands(Drill.of(Inputs.encrypted(), "key-disabled")));
    lines.addAll(commands(Drill.of(Inputs.plain(), "source-region-down")));
    assertThat(lines).hasSizeGreaterThan(7);
    AwsCli.assertTakes(lines);
  }

  private static List<String> commands(Drill drill) {
    try (drill) {
      drill.restore();
      return drill
          .mail("FAILED")
          .map(PublishedMessage::body)
          .flatMap(String::lines)
          .filter(line -> line.startsWith("aws "))
          .toList();
    }
  }

  static Stream<String> tasks() throws JsonProcessingException {
    var names = new ArrayList<String>();
    collect(Json.MAPPER.readTree(Machine.RESTORE.definition()), names);
    return names.stream().filter(name -> !NOT_REACHED.contains(name));
  }

  private static void collect(JsonNode machine, List<String> names) {
    for (var state : machine.path("States").properties()) {
      if (Set.of("Task", "Wait").contains(state.getValue().path("Type").asText())
          && !state
              .getKey()
              .matches(
                  "Pause For (Copy Slot|Busy Cluster|Reader Slot|Change"
                      + "|Settings|Verification)")) {
        names.add(state.getKey());
      }
      collect(state.getValue().path("ItemProcessor"), names);
    }
  }
}
