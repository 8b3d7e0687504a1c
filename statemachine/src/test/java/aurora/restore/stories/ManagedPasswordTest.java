package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;

/** A master password that RDS keeps. */
class ManagedPasswordTest {
  @Test
  void newMasterPasswordIsInItsSecretBeforeTheRestoreIsCalledComplete() {
    var input = input().with("manage_master_password", true);
    try (var story = Story.of(input)) {
      var run = story.start(Story.DRILL, input);
      var rows = new Rows(story);
      var observed = new LinkedHashSet<String>();
      story.stepWhile(
          run,
          () -> story.calls().count("TransactWriteItems") < Ending.COPIED.length,
          stepped ->
              rows.changed(stepped)
                  .filter(row -> row.get("step").asText().equals("Wait For Settings"))
                  .ifPresent(row -> observed.add(row.at("/progress/status").asText())));
      assertThat(observed).as("the secret wasn't active at once").contains("PENDING");
      var secret = secret(story);
      assertThat(secret.secretStatus()).isEqualTo("active");

      story.world().run(run);
      assertRestored(story, run);
      assertThat(run.output().get("master_secret_arn").asText()).isEqualTo(secret.secretArn());
    }
  }

  @Test
  void passwordStaysTheSnapshotsUnlessAsked() {
    try (var story = Story.of(input())) {
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(run.output().has("master_secret_arn")).isFalse();
      assertThat(story.calls().of(ModifyDbClusterRequest.class))
          .noneMatch(call -> Boolean.TRUE.equals(call.manageMasterUserPassword()));
      assertThat(secret(story)).isNull();
    }
  }

  private static MasterUserSecret secret(Story story) {
    return story
        .world()
        .console()
        .rds(TARGET)
        .describeDBClusters(query -> query.dbClusterIdentifier("orders-drill-1"))
        .dbClusters()
        .getFirst()
        .masterUserSecret();
  }
}
