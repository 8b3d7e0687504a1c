package aurora.restore.stories;

import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** A mail tells what the tables tell already: who reads it can ask them. */
class RecordedFirstTest {
  @Test
  void everyMilestoneIsInTheTablesBeforeItIsMailed() {
    try (var story = Story.of(input())) {
      var mails = new Mails(story);
      var run = story.start(Story.DRILL, input());
      mails.of(run);
      story.world().run(run);
      var cleanUp = Json.MAPPER.createObjectNode().put("operation_id", Story.DRILL);
      assertThat(story.world().cleanUp("clean-up-1", cleanUp).execution().status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);

      assertThat(mails.told)
          .containsExactly(
              "STARTED",
              "SNAPSHOT_COPIED",
              "CLUSTER_RESTORED",
              "INSTANCES_READY",
              "COMPLETED",
              "CLEAN_UP_STARTED",
              "CLEANED_UP");
      assertThat(mails.early).isEmpty();
    }
  }

  @Test
  void aFailureIsInTheTablesBeforeItIsMailed() {
    try (var story = Story.of(input())) {
      var mails = new Mails(story);
      story
          .world()
          .callFaults()
          .add(
              Faults.before(
                  (caller, service, operation, request) -> {
                    if (operation.equals("CreateDBInstance")) {
                      throw new AwsError("InvalidParameterValue", 400, "no");
                    }
                  }));
      var run = story.start(Story.DRILL, input());
      mails.of(run);
      story.world().run(run);

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(mails.told).endsWith("FAILED");
      assertThat(mails.early).isEmpty();
    }
  }

  /** Looks into the tables at the moment that each mail is sent. */
  private static final class Mails implements Faults {
    private final List<String> told = new ArrayList<>();
    private final List<String> early = new ArrayList<>();
    private Run run;

    Mails(Story story) {
      story.world().callFaults().add(this);
    }

    void of(Run of) {
      run = of;
    }

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (request instanceof PublishRequest mail) {
        var event = mail.messageAttributes().get("event").stringValue();
        told.add(event);
        var isFailed =
            run.state().filter(row -> row.get("status").asText().equals("FAILED")).isPresent();
        if (run.audit().stream().noneMatch(row -> row.get("event").asText().equals(event))
            || event.equals("FAILED") != isFailed) {
          early.add(event);
        }
      }
    }
  }
}
