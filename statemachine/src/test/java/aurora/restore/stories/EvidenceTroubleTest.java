package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.TARGET;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.evidence.Breach;
import aurora.restore.evidence.Breach.Kind;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.InvocationFault;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.model.KeyState;

/** Evidence where something is in its way, or where somebody had a hand in it afterwards. */
class EvidenceTroubleTest {
  private static final String FUNCTION = HandlerFunction.RECORD_EVIDENCE.placeholder();

  @Test
  void retriedTaskWritesOnePieceOfEvidence() {
    try (var story = Story.of(input())) {
      story.world().invocationFaults().add(new LostOnce());
      var run = story.restore(input());

      assertSucceeded(run);
      assertThat(Shown.all(run)).singleElement();
      assertThat(Shown.newest(run).isToldIn(story.mail(run).getLast())).isTrue();
      assertThat(Shown.newest(run).copies()).isEqualTo(1);
      assertThat(story.calls().count("Sign")).as("signed once").isEqualTo(1);
    }
  }

  @Test
  void tablesThatDoNotAnswerLeaveAVerifiedRestoreSucceeded() {
    try (var story = Story.of(input())) {
      story.world().callFaults().add(new Refusing("dynamodb"));
      var run = story.restore(input());

      assertSucceeded(run);
      assertThat(Shown.all(run)).isEmpty();
      assertThat(run.output().get("warnings").toString())
          .contains("no evidence was written: aurora.restore.error.TransientFailure");
      assertThat(story.mail(run).getLast().body())
          .contains("Warning:   no evidence was written: TransientFailure: dynamodb:Query")
          .doesNotContain("aurora-restore evidence");
    }
  }

  @Test
  void keyThatIsDisabledSignsNothingAndTheMailSaysSo() {
    try (var story = Story.of(input())) {
      var keyArn = story.world().settings().evidence().keyArn();
      story
          .world()
          .kms()
          .find(RunbookInput.ACCOUNT, TARGET, keyArn)
          .orElseThrow()
          .state(KeyState.DISABLED);
      var run = story.restore(input());

      assertSucceeded(run);
      assertThat(Shown.all(run)).isEmpty();
      assertThat(story.mail(run).getLast().body())
          .contains("no evidence was written: KmsKeyUnusable: evidence key " + keyArn)
          .contains("is disabled");

      assertThat(Shown.cleanUp(story, false).execution().output().get("warnings").toString())
          .contains("no evidence was written: aurora.restore.error.KmsKeyUnusable");
      assertThat(Shown.all(run)).isEmpty();
    }
  }

  @Test
  void evidenceIsWrittenWhereItsBucketIsGone() {
    try (var story = Story.of(input())) {
      story.world().s3().delete(World.EVIDENCE_BUCKET);
      var run = story.restore(input());

      assertSucceeded(run);
      assertThat(Shown.newest(run).row().isIntact()).isTrue();
      assertThat(story.mail(run).getLast().body())
          .contains("Evidence:  " + Shown.newest(run).row().digest() + ", signed\n")
          .contains("Warning:   no copy of the evidence was kept: s3:PutObject into ")
          .contains("NoSuchBucket")
          .doesNotContain("Copy:      ");
    }
  }

  /** It is tried again, and what was written before is what is told. */
  @Test
  void bucketThatDoesNotAnswerLeavesOnePieceOfEvidenceAndAWarning() {
    try (var story = Story.of(input())) {
      story.world().callFaults().add(new Refusing("s3"));
      var run = story.restore(input());

      assertThat(Shown.all(run)).singleElement();
      assertThat(Shown.newest(run).copy()).isEmpty();
      assertThat(story.mail(run).getLast().body())
          .contains("Evidence:  " + Shown.newest(run).row().digest() + ", signed\n")
          .contains("Warning:   no copy of the evidence was kept: ");
    }
  }

  @Test
  void failureIsToldWithoutEvidenceWhereNoneCanBeWritten() {
    var asked = input().with("port", 3);
    try (var story = Story.of(asked)) {
      story.world().callFaults().add(new Refusing("kms"));
      var run = story.restore(asked);

      assertThat(story.mail(run).getLast().subject()).contains("FAILED");
      assertThat(story.mail(run).getLast().body())
          .contains("Warning:   no evidence was written: TransientFailure: kms:Sign");
    }
  }

  /** They are told first, and the evidence follows the record that was owed. */
  @Test
  void failureThatWasToldBeforeItWasRecordedHasEvidence() {
    var asked = input().with("port", 3);
    try (var story = Story.of(asked)) {
      var down = new Down();
      story.world().callFaults().add(down);
      Cue.onEntering(
          story.world(), "Record Failure Later", () -> story.world().callFaults().remove(down));
      var run = story.restore(asked);

      assertThat(story.mail(run)).as("told once").hasSize(1);
      assertThat(Shown.newest(run).evidence().outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void redrivenRestoreHasEvidenceOfEachOfItsEnds() throws Exception {
    try (var story = Story.of(input())) {
      var run = story.start(Story.DRILL, input());
      Cue.onEntering(
          story.world(),
          "Notify Completed",
          () -> story.world().engine().stop(run.execution().arn(), "Drill", "enough"));
      story.world().run(run);
      story.world().run(story.world().redrive(run));

      assertSucceeded(run);
      assertThat(Shown.all(run))
          .extracting(it -> it.evidence().outcome())
          .containsExactly(Outcome.COMPLETED, Outcome.FAILED, Outcome.COMPLETED);
      assertThat(Shown.newest(run).evidence().execution().redriveCount()).isEqualTo(1);
      for (var shown : Shown.all(run)) {
        assertThat(shown.breaches()).isEmpty();
        assertThat(shown.isSigned(shown.row().document())).isTrue();
      }
    }
  }

  /** As a report of another execution does: whoever verifies would find its row inserted. */
  @ParameterizedTest
  @ValueSource(strings = {"Sign", "PutItem"})
  void rowThatAnotherWritesMeanwhileIsToldByTheNewestEvidence(String call) {
    try (var story = Story.of(input())) {
      var meanwhile = new Meanwhile(call, story.world());
      story.world().callFaults().add(meanwhile);
      var run = story.restore(input());

      assertSucceeded(run);
      assertThat(Shown.all(run)).hasSize(2);
      assertThat(Shown.all(run).getFirst().breaches())
          .containsExactly(new Breach(Kind.INSERTED, meanwhile.entry));
      assertThat(Shown.newest(run).breaches()).isEmpty();
      assertThat(Shown.newest(run).isToldIn(story.mail(run).getLast())).isTrue();
      assertThat(Shown.newest(run).copies()).isEqualTo(1);
    }
  }

  @Test
  void alteredEventIsNamedAndAChangedDocumentIsNotTheOneThatWasSigned() throws Exception {
    try (var story = Story.of(input())) {
      var run = story.restore(input());
      var shown = Shown.newest(run);
      var altered = run.audit().get(1);
      alter(story, altered);

      assertThat(shown.breaches())
          .containsExactly(new Breach(Kind.ALTERED, altered.get("entry").asText()));
      var told = shown.row().document();
      var changed = told.replace("\"outcome\":\"COMPLETED\"", "\"outcome\":\"FAILED\"");
      assertThat(EvidenceRow.digest(changed)).isNotEqualTo(shown.row().digest());
      assertThat(shown.isSigned(told)).isTrue();
      assertThat(shown.isSigned(changed)).isFalse();
    }
  }

  private static void alter(Story story, JsonNode row) {
    story
        .world()
        .console()
        .dynamoDb()
        .updateItem(
            update ->
                update
                    .tableName(story.world().settings().auditTable())
                    .key(
                        Map.of(
                            "operation_id",
                            Attributes.text(row.get("operation_id").asText()),
                            "entry",
                            Attributes.text(row.get("entry").asText())))
                    .updateExpression("SET redrive_count = :count")
                    .expressionAttributeValues(Map.of(":count", AttributeValue.fromN("7"))));
  }

  /** Lambda's answer is lost after the function has done its work. */
  private static final class LostOnce implements InvocationFault {
    private boolean isLost;

    @Override
    public Optional<Failed> after(String function, JsonNode payload) {
      if (isLost || !function.equals(FUNCTION)) {
        return Optional.empty();
      }
      isLost = true;
      return Optional.of(new Failed("Lambda.Unknown", "its answer was lost"));
    }
  }

  /** A row of the trail that comes before a call of the function that writes evidence, once. */
  private static final class Meanwhile implements Faults {
    private final String call;
    private final World world;
    private String entry;

    Meanwhile(String call, World world) {
      this.call = call;
      this.world = world;
    }

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (entry != null || !operation.equals(call) || !caller.function().equals(FUNCTION)) {
        return;
      }
      entry = Schema.entry(world.now().minusSeconds(1), "FAILED#late");
      world
          .console()
          .dynamoDb()
          .putItem(
              put ->
                  put.tableName(world.settings().auditTable())
                      .item(
                          Map.of(
                              "operation_id",
                              Attributes.text(Story.DRILL),
                              "entry",
                              Attributes.text(entry),
                              "event",
                              Attributes.text("FAILED"))));
    }
  }

  /** A service answers the function that writes evidence with nothing but its own failure. */
  private record Refusing(String service) implements Faults {
    @Override
    public void before(Caller caller, String called, String operation, SdkPojo request) {
      if (called.equals(service) && caller.function().equals(FUNCTION)) {
        throw service.equals("kms")
            ? new AwsError("KMSInternalException", 500, "out of order")
            : new AwsError("InternalServerError", 500, "out of order");
      }
    }
  }

  /** DynamoDB answers nobody. */
  private record Down() implements Faults {
    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (service.equals("dynamodb")) {
        throw new AwsError("InternalServerError", 500, "out of order");
      }
    }
  }
}
