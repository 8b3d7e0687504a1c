package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.ACCOUNT;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.SOURCE;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.evidence.Evidence.Link;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.evidence.Evidence.Resource;
import aurora.restore.evidence.Evidence.Segregation;
import aurora.restore.machine.Machine;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What is written at the end of an operation, for whoever asks what it has shown. */
class EvidenceTest {
  @Test
  void completedRestoreHasEvidenceOfWhatItDid() throws Exception {
    var asked =
        input()
            .with("requested_by", "orders on-call")
            .with("approved_by", "CHG-1042")
            .with("expires_after_hours", 6)
            .with("recovery_time_objective_minutes", 240)
            .with("recovery_point_objective_minutes", 1440);
    try (var story = Story.of(asked)) {
      var run = story.restore(asked);
      var shown = Shown.newest(run);
      var evidence = shown.evidence();

      assertThat(shown.row().isIntact()).isTrue();
      assertThat(shown.isSigned(shown.row().document())).isTrue();
      assertThat(shown.breaches()).isEmpty();
      assertThat(shown.isToldIn(story.mail(run).getLast())).isTrue();
      assertThat(shown.copy()).get().asString().contains("\"digest\":\"" + shown.row().digest());
      assertThat(shown.copies()).isEqualTo(1);
      assertThat(evidence.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(evidence.execution().arn()).isEqualTo(run.execution().arn());
      assertThat(evidence.started().how()).isEqualTo("execution");
      assertThat(evidence.started().requestedBy()).isEqualTo("orders on-call");
      assertThat(evidence.started().approvedBy()).isEqualTo("CHG-1042");
      assertThat(evidence.started().drill()).isTrue();
      assertThat(evidence.started().input()).isEqualTo(asked.json());
      assertThat(evidence.snapshot().id()).isEqualTo(SNAPSHOT);
      assertThat(evidence.source().account()).isEqualTo(ACCOUNT);
      assertThat(evidence.source().region()).isEqualTo(SOURCE);
      assertThat(evidence.target().region()).isEqualTo(TARGET);
      assertThat(evidence.segregation()).isEqualTo(new Segregation(false, true, true));
      assertThat(evidence.objectives().rtoMet()).isTrue();
      assertThat(evidence.objectives().rpoMet()).isTrue();
      assertThat(evidence.objectives().rtoTargetSeconds()).isEqualTo(240 * 60);
      assertThat(evidence.seconds()).containsKeys("plan", "copy", "restore", "verify");
      assertThat(evidence.verified()).isNotEmpty();
      assertThat(evidence.notTested())
          .contains("No data was looked at: the input asks for no checks by SQL.")
          .noneMatch(it -> it.contains("objective"));
      assertThat(evidence.resources())
          .extracting(Resource::type)
          .containsExactly("cluster-snapshot", "subnet-group", "cluster", "instance");
      assertThat(evidence.resources()).extracting(Resource::madeAt).doesNotContainNull();
      assertThat(evidence.versions().definition()).isEqualTo(Machine.RESTORE.digest());
      assertThat(evidence.trail().events())
          .extracting(Link::event)
          .containsExactly(
              "STARTED", "SNAPSHOT_COPIED", "CLUSTER_RESTORED", "INSTANCES_READY", "COMPLETED");
    }
  }

  @Test
  void missedObjectivesAreDeficienciesOfARestoreThatSucceeds() {
    var asked =
        input()
            .with("recovery_time_objective_minutes", 1)
            .with("recovery_point_objective_minutes", 1);
    try (var story = Story.of(asked)) {
      var run = story.restore(asked);
      var evidence = Shown.newest(run).evidence();

      assertSucceeded(run);
      assertThat(evidence.objectives().rtoMet()).isFalse();
      assertThat(evidence.objectives().rpoMet()).isFalse();
      assertThat(evidence.deficiencies())
          .anySatisfy(it -> assertThat(it.what()).contains("recovery time objective"))
          .anySatisfy(it -> assertThat(it.remedy()).contains("snapshots taken more often"));
      assertThat(story.mail(run).getLast().body()).contains("(objective: 1 min 0 s)");
    }
  }

  @Test
  void whereNoObjectiveIsNamedTheEvidenceSaysSo() {
    try (var story = Story.of(input())) {
      var evidence = Shown.newest(story.restore(input())).evidence();

      assertThat(evidence.objectives().rtoMet()).isNull();
      assertThat(evidence.objectives().rtoSeconds()).isPositive();
      assertThat(evidence.notTested())
          .contains("The input names no recovery_time_objective_minutes: none was held to.");
    }
  }

  @Test
  void whatIsMeasuredOfTheDataIsHeldAgainstTheObjective() {
    var asked =
        Checks.of("newest", Checks.NEWEST, "newer_than_minutes", 1500)
            .input()
            .with("recovery_point_objective_minutes", 60);
    try (var story = Story.of(asked)) {
      var evidence = Shown.newest(story.restore(asked)).evidence();

      assertThat(evidence.objectives().measuredRpoSeconds()).isPositive();
      assertThat(evidence.objectives().rpoMet()).isFalse();
      assertThat(evidence.checks()).singleElement();
      assertThat(evidence.notTested())
          .contains("Of the data nothing was looked at but what 1 check asks.");
    }
  }

  @Test
  void scheduleIsNamedAndSoIsTheRunBefore() {
    var asked = input().with("schedule", "weekly-drill");
    try (var story = Story.of(asked)) {
      var first = story.restore("weekly-1", asked);
      var second = Shown.newest(story.restore("weekly-2", asked)).evidence();

      assertThat(second.started().how()).isEqualTo("schedule");
      assertThat(second.started().schedule()).isEqualTo("weekly-drill");
      assertThat(second.runBefore().operationId()).isEqualTo("weekly-1");
      assertThat(second.runBefore().completedAt())
          .isEqualTo(Shown.newest(first).evidence().execution().endedAt());
      assertThat(Shown.newest(first).evidence().runBefore()).isNull();
    }
  }

  @Test
  void failedRestoreHasEvidenceOfItsFailure() throws Exception {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      Cue.onEntering(
          story.world(),
          "Wait For Cluster",
          () ->
              story
                  .target()
                  .clusterEntersStatus("orders-drill-1", "inaccessible-encryption-credentials"));
      story.world().run(run);
      var shown = Shown.newest(run);
      var evidence = shown.evidence();

      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(evidence.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(evidence.failure().state()).isEqualTo("Wait For Cluster");
      assertThat(evidence.failure().error()).isEqualTo("ClusterFailed");
      assertThat(evidence.execution().arn()).isEqualTo(run.execution().arn());
      assertThat(evidence.deficiencies().getFirst().what()).startsWith("ClusterFailed: ");
      assertThat(evidence.deficiencies().getFirst().remedy()).isNotBlank();
      assertThat(evidence.snapshot().id()).isEqualTo(SNAPSHOT);
      assertThat(evidence.notTested())
          .contains("No restored cluster was verified: the records hold no report of one.");
      assertThat(shown.isSigned(shown.row().document())).isTrue();
      assertThat(shown.isToldIn(story.mail(run).getLast())).isTrue();
    }
  }

  @Test
  void refusedInputHasEvidenceWithoutAPlan() {
    var asked = input().with("requested_by", "orders on-call").with("port", 3);
    try (var story = Story.of(asked)) {
      var run = story.restore(asked);
      var evidence = Shown.newest(run).evidence();

      assertThat(evidence.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(evidence.failure().error()).isEqualTo("InvalidRequest");
      assertThat(evidence.started().requestedBy()).isEqualTo("orders on-call");
      assertThat(evidence.snapshot()).isNull();
      assertThat(evidence.resources()).isEmpty();
    }
  }

  /** What the row tells is the plan of the execution that has the operation. */
  @Test
  void executionThatWasRefusedHasNothingOfTheOneThatHasTheOperation() {
    var asked = input().with("operation_id", "drill-of-november");
    try (var story = Story.of(asked)) {
      var first = story.restore("first", asked);
      story.world().run(story.start("second", asked));
      var third = story.start("third", asked);
      var fourth = story.start("fourth", asked);
      story.world().run(third);
      story.world().run(fourth);
      var refused =
          Shown.all(first).stream()
              .filter(it -> it.evidence().outcome() == Outcome.FAILED)
              .findFirst()
              .orElseThrow();

      assertThat(refused.evidence().failure().error()).isEqualTo("OperationInProgress");
      assertThat(refused.evidence().snapshot()).isNull();
    }
  }

  @Test
  void cleanedUpOperationHasEvidenceOfAllThatIsGone() {
    try (var story = Story.of(input())) {
      var run = story.restore(input());
      cleanUp(story, false);
      var shown = Shown.newest(run);
      var evidence = shown.evidence();

      assertThat(Shown.all(run)).hasSize(2);
      assertThat(evidence.outcome()).isEqualTo(Outcome.CLEANED_UP);
      assertThat(evidence.execution().name()).isEqualTo("clean-up-1");
      assertThat(evidence.snapshot().id()).isEqualTo(SNAPSHOT);
      assertThat(evidence.objectives().rtoSeconds()).isPositive();
      assertThat(evidence.seconds()).containsKeys("copy", "clean-up");
      assertThat(evidence.resources()).hasSize(4);
      assertThat(evidence.resources()).extracting(Resource::removedAt).doesNotContainNull();
      assertThat(evidence.trail().events()).extracting(Link::event).contains("EVIDENCE");
      assertThat(shown.breaches()).isEmpty();
      assertThat(shown.isToldIn(story.mail(run).getLast())).isTrue();
    }
  }

  /** What is purged is gone: evidence of it, too. What is left tells of the clean-up alone. */
  @Test
  void purgeTakesTheTrailAndItsEvidenceTogether() {
    try (var story = Story.of(input())) {
      var run = story.restore(input());
      cleanUp(story, true);
      var shown = Shown.newest(run);

      assertThat(Shown.all(run)).hasSize(1);
      assertThat(shown.evidence().outcome()).isEqualTo(Outcome.CLEANED_UP);
      assertThat(shown.evidence().snapshot()).isNull();
      assertThat(shown.evidence().started()).isNull();
      assertThat(shown.row().document()).doesNotContain(SNAPSHOT);
      assertThat(shown.evidence().trail().events())
          .extracting(Link::event)
          .containsExactly("CLEANED_UP");
      assertThat(shown.breaches()).isEmpty();
    }
  }

  private static void cleanUp(Story story, boolean purge) {
    assertThat(Shown.cleanUp(story, purge).execution().output().get("warnings")).isEmpty();
  }
}
