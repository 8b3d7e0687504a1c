package aurora.restore.stories;

import static aurora.restore.operation.Milestone.CLUSTER_RESTORED;
import static aurora.restore.operation.Milestone.COMPLETED;
import static aurora.restore.operation.Milestone.FAILED;
import static aurora.restore.operation.Milestone.INSTANCES_READY;
import static aurora.restore.operation.Milestone.SNAPSHOT_COPIED;
import static aurora.restore.operation.Milestone.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.HistoryJson;
import aurora.restore.error.OperatorError;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractStringAssert;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** How each story ends: execution, audit trail, mails, state row and resources must agree. */
public final class Ending {
  static final Milestone[] COPIED = {
    STARTED, SNAPSHOT_COPIED, CLUSTER_RESTORED, INSTANCES_READY, COMPLETED
  };
  static final Milestone[] UP_TO_CLUSTER = {STARTED, SNAPSHOT_COPIED, CLUSTER_RESTORED};
  static final Milestone[] NOT_COPIED = {STARTED, CLUSTER_RESTORED, INSTANCES_READY, COMPLETED};

  private final Story story;
  private final Run run;

  private Ending(Story story, Run run) {
    this.story = story;
    this.run = run;
  }

  /** The execution succeeded, whatever its world is like. */
  public static void assertSucceeded(Run run) {
    assertEnded(run, ExecutionStatus.SUCCEEDED);
  }

  /** The execution failed for that reason. */
  public static void assertFailed(Run run, Class<? extends OperatorError> error) {
    assertEnded(run, ExecutionStatus.FAILED);
    assertThat(run.execution().error()).as(run.errorMessage()).isEqualTo(error.getName());
  }

  private static void assertEnded(Run run, ExecutionStatus status) {
    var execution = run.execution();
    assertThat(execution.status())
        .as(() -> execution.failedState() + ": " + execution.error() + " " + execution.cause())
        .isEqualTo(status);
  }

  /** The restore succeeded by way of a copy: everything says so, and nothing else was made. */
  static void assertRestored(Story story, Run run) {
    assertSucceeded(story, run, COPIED);
    assertOnlyPlanned(story, run);
  }

  /** The same straight from the snapshot. */
  static void assertRestoredWithoutCopy(Story story, Run run) {
    assertSucceeded(story, run, NOT_COPIED);
    assertThat(run.output().has("copied_snapshot")).isFalse();
    assertThat(story.made(RdsKind.CLUSTER_SNAPSHOT)).isEmpty();
    assertOnlyPlanned(story, run);
  }

  /** The operation succeeded, whatever else was made in its world. */
  static void assertSucceeded(Story story, Run run, Milestone... trail) {
    new Ending(story, run).succeeded(List.of(trail));
  }

  /** What exists beyond what was there before is what the operations' rows list, and tagged so. */
  static void assertOnlyPlanned(Story story, Run... runs) {
    var listed =
        Stream.of(runs)
            .flatMap(run -> listed(run).stream().map(it -> it + " of " + run.operationId()));
    assertThat(story.made().stream().map(Ending::nameAndOwner))
        .containsExactlyInAnyOrderElementsOf(listed.toList());
    assertThat(story.made()).allMatch(it -> it.account().equals(story.world().account()));
    assertThat(story.touched()).as("what was there before").isEmpty();
  }

  /**
   * The restore failed there, for that reason, after those milestones.
   *
   * @return its message, to be looked at further
   */
  static AbstractStringAssert<?> assertFailed(
      Story story,
      Run run,
      Class<? extends OperatorError> error,
      String state,
      Milestone... trail) {
    return new Ending(story, run).failed(error, state, List.of(trail));
  }

  /** It failed before it made anything or claimed its operation. */
  static AbstractStringAssert<?> assertRefused(
      Story story, Run run, Class<? extends OperatorError> error) {
    var message = assertFailed(story, run, error, "Plan Restore");
    assertThat(run.state().orElseThrow().has("plan")).as("a claim").isFalse();
    assertThat(story.made()).isEmpty();
    assertThat(story.calls().changes()).isEmpty();
    return message;
  }

  private void succeeded(List<Milestone> trail) {
    var execution = run.execution();
    assertSucceeded(run);
    assertThat(execution.failedState()).isNull();
    assertTold(trail);

    var row = run.state().orElseThrow();
    var last = run.milestoneRows().getLast();
    assertThat(row.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(row.get("step").asText())
        .isEqualTo("Record Completed")
        .isEqualTo(last.get("state").asText());
    assertThat(row.get("finished_at")).isEqualTo(last.get("at"));
    assertThat(row.get("execution_arn").asText()).isEqualTo(execution.arn());
    assertThat(row.has("progress")).as("progress of a finished operation").isFalse();
    assertThat(row.get("resources")).isEqualTo(last.get("resources"));
    assertThat(row.get("report")).isEqualTo(last.get("report"));
    assertThat(withoutWarnings(row.get("report"))).isEqualTo(withoutWarnings(execution.output()));
    assertThat(execution.output().get("operation_id").asText()).isEqualTo(run.operationId());
    assertReported();
    assertNothingSecret();
  }

  /** The report's resources exist, and are available. */
  private void assertReported() {
    var output = run.output();
    var available =
        story.world().resources().stream()
            .filter(it -> it.status().equals("available"))
            .map(Resource::arn)
            .toList();
    assertThat(available).contains(output.get("cluster_arn").asText());
    for (var instance : output.get("instances")) {
      var id = instance.get("id").asText();
      assertThat(available).anyMatch(arn -> arn.endsWith(":db:" + id));
      assertThat(instance.get("endpoint").asText()).startsWith(id + ".");
    }
    assertThat(output.has("copied_snapshot"))
        .as("told of a copy")
        .isEqualTo(listed(run).stream().anyMatch(it -> it.startsWith("cluster-snapshot ")));
    var phases = output.get("seconds");
    var inPhases =
        StreamSupport.stream(phases.spliterator(), false).mapToLong(JsonNode::asLong).sum();
    // Each phase is cut to whole seconds.
    assertThat(output.get("rto_seconds").asLong()).isBetween(inPhases, inPhases + phases.size());
  }

  private AbstractStringAssert<?> failed(
      Class<? extends OperatorError> error, String state, List<Milestone> trail) {
    var execution = run.execution();
    assertFailed(run, error);
    assertThat(execution.failedState()).isEqualTo(state);
    assertTold(Stream.concat(trail.stream(), Stream.of(FAILED)).toList());
    run.state()
        .filter(row -> row.get("execution_arn").asText().equals(execution.arn()))
        .ifPresent(row -> assertStandsFailed(row, error, state));
    assertThat(story.touched()).as("what was there before").isEmpty();
    assertNothingSecret();
    return assertThat(run.errorMessage()).contains(OperatorError.REMEDY);
  }

  private void assertStandsFailed(
      JsonNode row, Class<? extends OperatorError> error, String state) {
    assertThat(row.get("status").asText()).isEqualTo("FAILED");
    assertThat(row.get("step").asText()).isEqualTo(state);
    assertThat(row.at("/failure/error").asText()).isEqualTo(error.getSimpleName());
    assertThat(row.at("/failure/state").asText()).isEqualTo(state);
    assertThat(row.at("/failure/remedy").asText()).isNotBlank();
    assertThat(row.at("/failure/command").asText()).startsWith("aws stepfunctions ");
    assertThat(row.has("report")).isFalse();
  }

  /** The audit trail and the mails tell the same, in the same order. */
  private void assertTold(List<Milestone> trail) {
    assertThat(
            run.milestoneRows().stream()
                .filter(row -> row.get("execution_arn").asText().equals(run.execution().arn()))
                .map(row -> Milestone.valueOf(row.get("event").asText())))
        .containsExactlyElementsOf(trail);
    assertThat(
            story.mail(run).stream()
                .filter(mail -> mail.body().contains(run.execution().arn() + "\n"))
                .map(mail -> Milestone.valueOf(mail.attributes().get("event"))))
        .containsExactlyElementsOf(trail);
    assertThat(story.mail(run))
        .allSatisfy(
            mail -> {
              assertThat(mail.subject())
                  .isNotEmpty()
                  .hasSizeLessThan(100)
                  .matches("[\\x20-\\x7e]+");
              var isFailure = mail.attributes().get("event").equals(FAILED.name());
              var wakes = isFailure && !mail.body().contains("Error:     OperationInProgress");
              assertThat(mail.attributes())
                  .as("a second start of what is at work wakes nobody")
                  .containsEntry("severity", wakes ? "ERROR" : "INFO")
                  .containsKey("step");
              assertThat(mail.subject().contains("FAILED")).isEqualTo(wakes);
            });
  }

  /** Neither a presigned URL nor a credential is written anywhere. */
  private void assertNothingSecret() {
    var written =
        HistoryJson.of(run.execution()) + run.state() + run.audit() + story.world().mail();
    assertThat(written)
        .doesNotContainIgnoringCase("X-Amz-")
        .doesNotContainIgnoringCase("PreSignedUrl")
        .doesNotContainIgnoringCase("SecretString")
        .doesNotContainIgnoringCase("MasterUserPassword\":")
        .doesNotContain(story.world().dataApi().secrets().passwords());
  }

  private static List<String> listed(Run run) {
    var resources = run.state().orElseThrow().get("resources");
    return StreamSupport.stream(resources.spliterator(), false)
        .map(it -> it.get("kind").asText() + " " + it.get("id").asText())
        .toList();
  }

  private static String nameAndOwner(Resource resource) {
    var kind =
        switch (resource.kind()) {
          case CLUSTER -> "cluster";
          case CLUSTER_SNAPSHOT -> "cluster-snapshot";
          case INSTANCE -> "instance";
          case SUBNET_GROUP -> "subnet-group";
          case CLUSTER_PARAMETER_GROUP -> "cluster parameter group";
          case INSTANCE_PARAMETER_GROUP -> "instance parameter group";
        };
    return kind + " " + resource.identifier() + " of " + resource.tags().get(Ownership.TAG);
  }

  /** Notify's own come on top of the report's; and numbers are compared as they are written. */
  private static JsonNode withoutWarnings(JsonNode report) {
    try {
      var copy = (ObjectNode) Json.MAPPER.readTree(report.toString());
      copy.remove("warnings");
      return copy;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
