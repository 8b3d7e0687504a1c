package aurora.restore.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.TransientFailure;
import aurora.restore.house.Markdown;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** What holds of every run, whatever went wrong. */
final class Honest {
  /** Success leaves one copy, one cluster, its group and two instances; failure leaves no more. */
  private static final Map<RdsKind, Integer> MOST =
      Map.of(
          RdsKind.CLUSTER_SNAPSHOT,
          1,
          RdsKind.CLUSTER,
          1,
          RdsKind.SUBNET_GROUP,
          1,
          RdsKind.INSTANCE,
          2);

  private static final String OURS = "aurora.restore.error.";

  private final Drill drill;
  private final Run run;

  private Honest(Drill drill, Run run) {
    this.drill = drill;
    this.run = run;
  }

  /** The run ended well, and everything that can be asked says the same. */
  static void assertSucceeded(Drill drill, Run run) {
    var execution = run.execution();
    assertThat(execution.status())
        .as(() -> execution.failedState() + ": " + execution.error() + " " + execution.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    var row = run.state().orElseThrow();
    assertThat(row.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(row.has("finished_at")).isTrue();
    assertThat(row.get("redrive_count").asInt()).isEqualTo(execution.redriveCount());
    assertThat(run.milestones().stream().filter(it -> it != Milestone.FAILED))
        .containsExactly(
            Milestone.STARTED,
            Milestone.SNAPSHOT_COPIED,
            Milestone.CLUSTER_RESTORED,
            Milestone.INSTANCES_READY,
            Milestone.COMPLETED);
    var made =
        drill.tagged().stream()
            .collect(Collectors.groupingBy(it -> it.kind(), Collectors.counting()));
    MOST.forEach((kind, count) -> assertThat(made).containsEntry(kind, (long) count));
    assertThat(drill.tagged())
        .filteredOn(it -> it.kind() != RdsKind.SUBNET_GROUP)
        .allSatisfy(it -> assertThat(it.status()).isEqualTo("available"));
    new Honest(drill, run).always();
  }

  /** The run ended badly so often; each end is recorded once and told once, with its remedy. */
  static void assertFailed(Drill drill, Run run, int times) {
    assertThat(run.execution().status())
        .isIn(ExecutionStatus.FAILED, ExecutionStatus.ABORTED, ExecutionStatus.TIMED_OUT);
    var row = run.state();
    row.ifPresent(
        it -> {
          assertThat(it.get("status").asText()).isEqualTo("FAILED");
          assertThat(it.get("redrive_count").asInt()).isEqualTo(run.execution().redriveCount());
          assertThat(it.get("step").asText()).isEqualTo(run.execution().failedState());
          assertThat(it.at("/failure/remedy").asText()).isNotBlank();
          assertThat(it.has("finished_at")).isTrue();
        });
    assertThat(row).as("a failure is in the state table, whenever it came").isPresent();
    var honest = new Honest(drill, run);
    honest.failuresTold(times);
    honest.always();
  }

  /** One row and one mail for each bad end, with the remedy and the command to go on with. */
  private void failuresTold(int times) {
    assertThat(run.milestones().stream().filter(it -> it == Milestone.FAILED)).hasSize(times);
    var mails = drill.mail("FAILED").toList();
    assertThat(mails).hasSize(times);
    assertThat(mails)
        .allSatisfy(
            mail -> {
              assertThat(mail.attributes()).containsEntry("severity", "ERROR");
              assertThat(mail.attributes()).containsEntry("operation_id", run.operationId());
              assertThat(mail.subject()).hasSizeLessThan(100).contains("FAILED");
              assertThat(mail.body())
                  .contains("Remedy: ")
                  .contains("Go on with:\naws ")
                  .contains("State:     " + mail.attributes().get("step"));
              assertThat(headings()).contains(headingOf(mail.body()));
            });
    whatIsThereIsTold(mails.getLast());
  }

  /** Whoever pays for it reads of it: in the operation's row and in the mail. */
  private void whatIsThereIsTold(PublishedMessage mail) {
    var row = run.state().orElseThrow();
    var listed = row.path("resources").findValuesAsText("id");
    for (var made : drill.tagged()) {
      assertThat(listed).as("the row's resources").contains(made.identifier());
      assertThat(mail.body()).contains("\n  " + words(made.kind()) + " " + made.identifier());
    }
    if (row.has("plan")) {
      assertThat(mail.subject())
          .contains(row.at("/plan/cluster/id").asText() + " in " + "us-west-2");
    }
    if (!listed.isEmpty()) {
      assertThat(mail.body()).contains("Or give it up, and delete all");
    }
  }

  private static String words(RdsKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Set<String> headings() {
    return Markdown.of("docs/runbook.md").anchors();
  }

  private static String headingOf(String body) {
    var link = "Runbook: docs/runbook.md#";
    return body.lines()
        .filter(line -> line.startsWith(link))
        .map(line -> line.substring(link.length()))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing of others is touched, nothing of ours is untagged, and nothing is made twice. */
  private void always() {
    assertThat(drill.tagged())
        .allMatch(it -> it.tags().get(Ownership.TAG).equals(run.operationId()));
    assertThat(drill.untagged())
        .as("what carries no tag was put there by a fault")
        .allMatch(it -> it.identifier().startsWith("others-copy-") || isOfNameTaken(it));
    var counted =
        drill.tagged().stream()
            .collect(Collectors.groupingBy(it -> it.kind(), Collectors.counting()));
    counted.forEach(
        (kind, count) -> assertThat(count).as("%s", kind).isLessThanOrEqualTo(MOST.get(kind)));
    var limits = new HashMap<String, Long>();
    drill.effects().forEach(it -> limits.merge(it, 1L, Long::sum));
    assertThat(limits.getOrDefault("CopyDBClusterSnapshot", 0L))
        .as("one copy, and one for each that failed and was replaced by a redrive")
        .isLessThanOrEqualTo(1 + run.execution().redriveCount());
    assertThat(limits.getOrDefault("RestoreDBClusterFromSnapshot", 0L)).isLessThanOrEqualTo(1);
    assertThat(limits.getOrDefault("CreateDBSubnetGroup", 0L)).isLessThanOrEqualTo(1);
    assertThat(limits.getOrDefault("CreateDBInstance", 0L)).isLessThanOrEqualTo(2);
    assertThat(retried(run.execution().history()))
        .as("what is retried passes by itself")
        .allMatch(
            error -> !error.startsWith(OURS) || error.equals(TransientFailure.class.getName()));
    assertThat(run.execution().history()).hasSizeLessThan(25_000);
  }

  /** Somebody else's cluster, in the default group that RDS makes for it. */
  private boolean isOfNameTaken(Resource resource) {
    return resource.identifier().equals("default")
        || (resource.kind() == RdsKind.CLUSTER && drill.has("cluster-name-taken"));
  }

  /** The errors of tasks that were scheduled again right after they failed. */
  static Set<String> retried(List<HistoryEvent> history) {
    var byId = history.stream().collect(Collectors.toMap(HistoryEvent::id, it -> it));
    var retried = new HashSet<String>();
    for (var event : history) {
      if (event.type() == HistoryEventType.TASK_SCHEDULED) {
        var before = byId.get(event.previousEventId());
        if (before != null && before.type() == HistoryEventType.TASK_FAILED) {
          retried.add(before.taskFailedEventDetails().error());
        }
      }
    }
    return retried;
  }
}
