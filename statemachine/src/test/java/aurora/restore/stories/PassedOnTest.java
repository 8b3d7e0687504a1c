package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.CLUSTER;
import static aurora.restore.stories.RunbookInput.SNAPSHOT;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Ownership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

/** What RDS would reset to its own defaults, were it left out. */
class PassedOnTest {
  private static final String MYSQL = "aurora-mysql";
  private static final String OLD = "8.0.mysql_aurora.3.04.0";
  private static final String REGIONS_DEFAULT = "8.0.mysql_aurora.3.10.1";

  @Test
  void engineVersionIsTheSnapshotsAndNotTheRegionsDefault() {
    try (var story = Story.withoutSource(input())) {
      story.source().snapshot(SNAPSHOT).engine(MYSQL, OLD).exists();
      story.target().defaultEngineVersion(MYSQL, REGIONS_DEFAULT);
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(story.cluster(run).engineVersion()).isEqualTo(OLD);
      assertThat(story.calls().of(RestoreDbClusterFromSnapshotRequest.class))
          .singleElement()
          .returns(OLD, RestoreDbClusterFromSnapshotRequest::engineVersion);
    }
  }

  @Test
  void engineIsUpgradedToTheVersionGiven() {
    var input = input().with("engine_version", REGIONS_DEFAULT);
    try (var story = Story.withoutSource(input)) {
      story.source().snapshot(SNAPSHOT).engine(MYSQL, OLD).exists();
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.cluster(run).engineVersion()).isEqualTo(REGIONS_DEFAULT);
      assertThat(run.output().get("engine_version").asText()).isEqualTo(REGIONS_DEFAULT);
    }
  }

  @Test
  void everythingThatTheInputSaysIsPassedOn() {
    var input =
        input()
            .with("cluster_id", "Orders-DR")
            .with("port", 3310)
            .with("cluster_parameter_group", "orders-cluster")
            .with("instance_parameter_group", "orders-instance")
            .with("backup_retention_days", 14)
            .with("deletion_protection", true)
            .with("iam_authentication", true)
            .with("log_exports", List.of("error", "slowquery"))
            .with("tags", Map.of("stage", "dr"))
            .with("instance_count", 2);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      var cluster = story.cluster(run);
      assertThat(cluster.dbClusterIdentifier()).isEqualTo("orders-dr");
      assertThat(cluster.port()).isEqualTo(3310);
      assertThat(cluster.dbClusterParameterGroup()).isEqualTo("orders-cluster");
      assertThat(cluster.backupRetentionPeriod()).isEqualTo(14);
      assertThat(cluster.deletionProtection()).isTrue();
      assertThat(cluster.iamDatabaseAuthenticationEnabled()).isTrue();
      assertThat(cluster.enabledCloudwatchLogsExports()).containsExactly("error", "slowquery");
      assertThat(cluster.dbSubnetGroup()).isEqualTo("aurora-restore-drill-1");
      assertThat(cluster.vpcSecurityGroups())
          .singleElement()
          .returns("sg-0a1b2c3d4e5f60718", group -> group.vpcSecurityGroupId());
      for (var id : List.of("orders-dr-1", "orders-dr-2")) {
        var instance = story.instance(run, id);
        assertThat(instance.publiclyAccessible()).isFalse();
        assertThat(instance.dbParameterGroups())
            .singleElement()
            .returns("orders-instance", group -> group.dbParameterGroupName());
      }
      assertThat(story.made()).allMatch(it -> "dr".equals(it.tags().get("stage")));
    }
  }

  @Test
  void whatTheInputLeavesOutIsAsTheSourceHasIt() {
    try (var story = Story.withoutSource(input())) {
      story
          .source()
          .cluster(CLUSTER)
          .port(3311)
          .backupRetentionDays(21)
          .logExports(List.of("audit"))
          .instance("orders-a", "db.r6g.large")
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();
      var run = story.restore(input());
      assertRestored(story, run);
      var cluster = story.cluster(run);
      assertThat(cluster.port()).isEqualTo(3311);
      assertThat(cluster.backupRetentionPeriod()).isEqualTo(21);
      assertThat(cluster.enabledCloudwatchLogsExports()).containsExactly("audit");
      assertThat(cluster.deletionProtection()).isFalse();
    }
  }

  /** RDS tells no port of an Aurora snapshot: it answers 0. */
  @Test
  void portThatNobodyTellsIsLeftToRds() {
    try (var story = Story.withoutSource(input())) {
      story.source().snapshot(SNAPSHOT).of(CLUSTER).port(0).exists();
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(story.calls().of(RestoreDbClusterFromSnapshotRequest.class))
          .singleElement()
          .returns(null, RestoreDbClusterFromSnapshotRequest::port);
      assertThat(story.cluster(run).port()).isEqualTo(3306);
      assertThat(run.output().get("port").asInt()).isEqualTo(3306);
    }
  }

  @Test
  void parameterGroupOfTheSourceIsMissedAloud() {
    try (var story = Story.withoutSource(input())) {
      story
          .source()
          .clusterParameterGroup("orders-tuned", "aurora-mysql8.0")
          .cluster(CLUSTER)
          .parameterGroup("orders-tuned")
          .instance("orders-a", "db.r6g.large")
          .exists();
      story.source().snapshot(SNAPSHOT).of(CLUSTER).exists();
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(run.output().get("warnings"))
          .singleElement()
          .asString()
          .contains("orders-tuned", "cluster_parameter_group");
    }
  }

  @Test
  void tagsOfTheSourceArePassedOnButReservedOnesAndAnotherOperations() {
    try (var story = Story.withoutSource(input())) {
      var arn =
          story
              .source()
              .snapshot(SNAPSHOT)
              .tag("team", "orders")
              .tag("empty", "")
              .tag("aws:cloudformation:stack-name", "orders")
              .tag("aws:backup:source-resource", "cluster-1")
              .tag(Ownership.TAG, "drill-of-last-year")
              .tag("aurora-restore:source-snapshot", "arn:of-last-year")
              .exists();
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(story.made())
          .hasSize(4)
          .allSatisfy(
              made ->
                  assertThat(made.tags())
                      .containsExactlyInAnyOrderEntriesOf(
                          Map.of(
                              "team",
                              "orders",
                              "empty",
                              "",
                              Ownership.TAG,
                              Story.DRILL,
                              "aurora-restore:source-snapshot",
                              arn,
                              Ownership.EXECUTION_TAG,
                              run.execution().arn())));
    }
  }

  @Test
  void atMostFiftyTagsAreWrittenTheInputsBeforeTheSources() {
    var asked = numbered("asked-", 40);
    var input = input().with("tags", asked);
    try (var story = Story.withoutSource(input)) {
      var snapshot = story.source().snapshot(SNAPSHOT);
      numbered("found-", 50).forEach(snapshot::tag);
      snapshot.exists();
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.made())
          .allSatisfy(
              made ->
                  assertThat(made.tags())
                      .hasSize(50)
                      .containsAllEntriesOf(asked)
                      .containsEntry(Ownership.TAG, Story.DRILL));
      assertThat(run.output().get("warnings").toString())
          .contains("43 tags of the source are left out");
    }
  }

  private static Map<String, String> numbered(String prefix, int count) {
    var tags = new LinkedHashMap<String, String>();
    for (int number = 1; number <= count; number++) {
      tags.put(prefix + number, "value " + number);
    }
    return tags;
  }
}
