package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;

/** A reader becomes the writer before the restore has ended. */
class FailoverTest {
  private static final String CLUSTER = "orders-drill-1";
  private static final String FIRST = CLUSTER + "-1";
  private static final String SECOND = CLUSTER + "-2";

  private static RunbookInput withReader() {
    return input().with("instance_count", 2).with("manage_master_password", true);
  }

  /** The cluster fails over while the restore looks, or has done so before. */
  @ParameterizedTest
  @ValueSource(strings = {"Verify Restore", "Apply Settings", "Record Instances Ready"})
  void theNewWriterIsReportedAsTheWriter(String state) {
    try (var story = Story.of(withReader())) {
      Cue.onEntering(story.world(), state, () -> failOver(story));
      var run = story.restore(withReader());
      assertRestored(story, run);
      assertThat(run.output().get("instances"))
          .extracting(it -> it.get("id").asText() + " " + it.get("role").asText())
          .containsExactlyInAnyOrder(FIRST + " reader", SECOND + " writer");
      assertThat(run.output().get("verified").toString())
          .contains("writer: " + SECOND + ", after a failover from " + FIRST);
    }
  }

  @Test
  void aFailoverThatIsUnderWayIsWaitedFor() {
    try (var story = Story.of(withReader())) {
      var rows = new Rows(story);
      var observed = new ArrayList<String>();
      Cue.onEntering(story.world(), "Verify Restore", () -> failOver(story));
      var run =
          story.restore(
              withReader(),
              stepped ->
                  rows.changed(stepped)
                      .filter(row -> row.get("step").asText().equals("Verify Restore"))
                      .ifPresent(row -> observed.add(row.at("/progress/observed").asText())));
      assertRestored(story, run);
      assertThat(observed).anyMatch(it -> it.contains("failing-over"));
    }
  }

  /** Deleted first, the writer would have the cluster fail over to a reader that goes next. */
  @Test
  void aCleanUpDeletesTheNewWriterLast() {
    try (var story = Story.of(withReader())) {
      Cue.onEntering(story.world(), "Verify Restore", () -> failOver(story));
      story.restore(withReader());
      var deleted = new Deleted();
      story.world().callFaults().add(deleted);
      var cleanUp = Json.MAPPER.createObjectNode().put("operation_id", Story.DRILL);
      var run = story.world().cleanUp("clean-up-1", cleanUp);
      assertSucceeded(run);
      assertThat(deleted.instances).containsExactly(FIRST, SECOND);
    }
  }

  private static void failOver(Story story) {
    story
        .world()
        .console()
        .rds(TARGET)
        .failoverDBCluster(call -> call.dbClusterIdentifier(CLUSTER));
  }

  /** Which instances are deleted, in order. */
  private static final class Deleted implements Faults {
    private final List<String> instances = new ArrayList<>();

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (request instanceof DeleteDbInstanceRequest deletion) {
        instances.add(deletion.dbInstanceIdentifier());
      }
    }
  }
}
