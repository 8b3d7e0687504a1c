package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertFailed;
import static aurora.restore.stories.Ending.assertRefused;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.InvalidRequest;
import aurora.restore.error.PreflightFailed;
import aurora.restore.world.DeployedTables;
import aurora.restore.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an input is told at once, all of it, before anything is made. */
class RefusedInputTest {
  static Stream<Arguments> inputs() {
    return Stream.of(
        Arguments.of(
            "three required keys are missing",
            input().without("snapshot_id").without("vpc_id").without("subnet_ids"),
            List.of("3 findings", "snapshot_id", "vpc_id", "subnet_ids")),
        Arguments.of(
            "two keys are misspelt",
            input().with("instance_clas", "db.r6g.large").with("kms_key", "alias/dr"),
            List.of("2 findings", "instance_clas:", "instance_class", "kms_key:", "kms_key_id")),
        Arguments.of(
            "networks are not well-formed",
            input()
                .with("vpc_id", "my-vpc")
                .with("subnet_ids", List.of("subnet-01a"))
                .with("security_group_ids", List.of()),
            List.of("3 findings", "vpc_id", "subnet_ids", "security_group_ids")),
        Arguments.of(
            "numbers are out of range",
            input()
                .with("instance_count", 17)
                .with("port", 80)
                .with("backup_retention_days", 0)
                .with("copy_deadline_hours", 49),
            List.of(
                "4 findings",
                "instance_count",
                "port",
                "backup_retention_days",
                "copy_deadline_hours")),
        Arguments.of(
            "types are wrong",
            input()
                .with("instance_count", "three")
                .with("deletion_protection", "yes")
                .with("tags", List.of("a")),
            List.of("3 findings", "instance_count", "deletion_protection", "tags")),
        Arguments.of(
            "keys contradict one another",
            input()
                .with("snapshot_id", "latest")
                .with("min_capacity", 8)
                .with("max_capacity", 4)
                .with("instance_class", "db.r6g.large"),
            List.of("3 findings", "source_cluster_id", "min_capacity", "instance_class")),
        Arguments.of(
            "regions contradict what is named",
            input()
                .with("snapshot_id", "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:orders")
                .with("kms_key_id", "arn:aws:kms:us-east-1:111122223333:alias/dr"),
            List.of("2 findings", "eu-west-1", "source_region", "us-east-1", "target_region")),
        Arguments.of(
            "a region is of another partition",
            input().with("target_region", "cn-north-1"),
            List.of("1 finding", "cn-north-1")),
        Arguments.of(
            "a tag is the pipeline's own",
            input().with("tags", Map.of("aurora-restore:operation-id", "mine", "aws:x", "y")),
            List.of("2 findings", "tags.aurora-restore:operation-id", "tags.aws:x")),
        Arguments.of(
            "tags hold what RDS refuses",
            input()
                .with(
                    "tags",
                    Map.of(
                        "cost,centre",
                        "1",
                        "ticket",
                        "#12",
                        "k".repeat(129),
                        "v",
                        "größe/ä b",
                        "_.:/=+-@ 1")),
            List.of("3 findings", "tags.cost,centre:", "tags.ticket:", "tags.kkk")),
        Arguments.of(
            "a region doesn't exist",
            input().with("source_region", "us-esat-1"),
            List.of("1 finding", "source_region", "us-esat-1", "nearest is us-east-1")),
        Arguments.of(
            "a region has a number that doesn't exist",
            input().with("target_region", "us-west-9"),
            List.of("1 finding", "target_region", "us-west-9", "nearest is us-west-")),
        Arguments.of(
            "keys are reserved",
            input().with("verification", List.of()).with("on_failure", "explode"),
            List.of("2 findings", "verification", "on_failure")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void badInputIsRefusedWithAllFindingsAndNothingIsMade(
      String what, RunbookInput bad, List<String> told) {
    try (var story = Story.of(input())) {
      assertRefused(story, story.restore(bad), InvalidRequest.class).as(what).contains(told);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "übung-1, bung-1-[0-9a-f]{8}",
    "drill(1), drill-1-[0-9a-f]{8}",
    "drill=1!, drill-1-[0-9a-f]{8}",
    "演習, [0-9a-f]{8}"
  })
  void executionsNameThatCanBeNoTagNeedsAnOperationIdBesideIt(String name, String slug) {
    try (var story = Story.of(input())) {
      var run = story.restore(name, input());
      assertFailed(run, InvalidRequest.class);
      assertThat(run.errorMessage()).contains("1 finding", "operation_id", "pass an operation_id");
      assertThat(story.made()).isEmpty();
      assertToldUnderASlug(story, slug);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"übung-1", "演習"})
  void executionsNameThatATagMayHoldDoesBesideAnOperationId(String name) {
    var named = input().with("operation_id", "drill-1");
    try (var story = Story.of(named)) {
      assertRestored(story, story.restore(name, named));
    }
  }

  /** A tag tells which execution made a resource: RDS would refuse the copy. */
  @ParameterizedTest
  @ValueSource(strings = {"drill(1)", "drill=1!", "o'clock"})
  void executionsNameThatNoTagMayHoldIsRefusedBesideAnyOperationId(String name) {
    var named = input().with("operation_id", "drill-1");
    try (var story = Story.of(named)) {
      assertRefused(story, story.restore(name, named), InvalidRequest.class)
          .contains("1 finding", "operation_id", name, "start it under another name");
    }
  }

  /** A name that can be no tag stands in the tables and in the mail as its slug. */
  private static void assertToldUnderASlug(Story story, String slug) {
    var mail = story.world().mail().getFirst();
    assertThat(story.world().mail()).hasSize(1);
    assertThat(mail.attributes()).containsEntry("event", "FAILED");
    var operation = mail.attributes().get("operation_id");
    assertThat(operation).matches(slug);
    var tables = new DeployedTables(story.world().console().dynamoDb(), story.world().settings());
    assertThat(tables.audit(operation))
        .extracting(row -> row.get("event").asText())
        .containsExactly("FAILED", "EVIDENCE");
    assertThat(tables.state(operation).orElseThrow().get("step").asText())
        .isEqualTo("Plan Restore");
  }

  @Test
  void tagsOfAnyScriptAndAllAllowedSignsAreKept() {
    var input = input().with("tags", Map.of("größe/ä b", "_.:/=+-@ 1", "空", ""));
    try (var story = Story.of(input)) {
      assertRestored(story, story.restore(input));
    }
  }

  @Test
  void namesAreFoldedAsRdsKeepsThem() {
    var input =
        input()
            .with("snapshot_id", "Orders-2026-11-22")
            .with("cluster_parameter_group", "Orders-Tuned")
            .with("instance_parameter_group", "Orders-Tuned");
    try (var story = Story.of(input)) {
      assertRestored(story, story.restore(input));
    }
  }

  @Test
  void aRegionThatTheDeploymentDoesNotServeIsRefused() {
    var json = input().json();
    try (var world = new World(World.describedBy(json), "eu-west-1", 1)) {
      var run = world.restore("drill-1", json);
      assertFailed(run, PreflightFailed.class);
      assertThat(run.errorMessage())
          .contains("target_region: is us-west-2, and this deployment restores into eu-west-1");
    }
  }

  @Test
  void dryRunAnswersThePlanAndMakesNothing() {
    var input = input().with("dry_run", true).with("instance_count", 2);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertSucceeded(run);
      var plan = run.output();
      assertThat(plan.get("dry_run").asBoolean()).isTrue();
      assertThat(plan.at("/copy/id").asText()).isEqualTo("aurora-restore-drill-1");
      assertThat(plan.at("/cluster/id").asText()).isEqualTo("orders-drill-1");
      assertThat(plan.at("/writer/id").asText()).isEqualTo("orders-drill-1-1");
      assertThat(plan.at("/readers/0/id").asText()).isEqualTo("orders-drill-1-2");
      assertThat(run.state()).isEmpty();
      assertThat(run.audit()).isEmpty();
      assertThat(story.world().mail()).isEmpty();
      assertThat(story.made()).isEmpty();
      assertThat(story.touched()).isEmpty();
      assertThat(story.calls().changes()).isEmpty();
    }
  }

  @Test
  void dryRunIsRefusedWhereTheRestoreWouldBe() {
    var input = input().with("dry_run", true);
    try (var story = Story.withoutSource(input)) {
      assertRefused(story, story.restore(input), PreflightFailed.class).contains("snapshot_id");
    }
  }
}
