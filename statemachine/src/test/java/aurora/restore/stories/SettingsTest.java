package aurora.restore.stories;

import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.RunbookInput.TARGET_KEY;
import static aurora.restore.stories.RunbookInput.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.operation.RestorePlan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a restore resets: those that the plan decides are passed on and verified. */
class SettingsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/rds-monitoring-role";

  /** The whole plan's settings, whatever the planner decided. */
  private static void plan(
      Story story, Map<String, Object> cluster, Map<String, Object> instances) {
    story
        .world()
        .runFunctions(
            functions ->
                (function, payload) -> {
                  var outcome = functions.run(function, payload);
                  return function.equals(HandlerFunction.PLAN_RESTORE.placeholder())
                          && outcome instanceof Outcome.Answered(var plan)
                      ? new Outcome.Answered(with(plan, cluster, instances))
                      : outcome;
                });
  }

  private static JsonNode with(
      JsonNode plan, Map<String, Object> cluster, Map<String, Object> instances) {
    var changed = plan.deepCopy();
    set(changed.get("cluster"), cluster);
    set(changed.get("writer"), instances);
    changed.get("readers").forEach(reader -> set(reader, instances));
    try {
      return Json.MAPPER.valueToTree(Json.MAPPER.treeToValue(changed, RestorePlan.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(JsonNode of, Map<String, Object> settings) {
    ((ObjectNode) of).set("settings", Json.MAPPER.<JsonNode>valueToTree(settings));
  }

  @Test
  void everySettingOfThePlanIsInForceAtTheEnd() {
    var input = input().with("instance_count", 2).with("kms_key_id", TARGET_KEY);
    try (var story = Story.of(input)) {
      plan(
          story,
          Map.of(
              "storage_type", "aurora-iopt1",
              "engine_lifecycle_support", "open-source-rds-extended-support-disabled",
              "network_type", "IPV4",
              "backtrack_window_seconds", 7200,
              "backup_window", "03:00-03:30",
              "maintenance_window", "sun:05:00-sun:05:30",
              "database_insights_mode", "advanced",
              "data_api", true),
          Map.of(
              "auto_minor_version_upgrade",
              false,
              "monitoring_interval_seconds",
              30,
              "monitoring_role_arn",
              ROLE,
              "performance_insights",
              true,
              "performance_insights_retention_days",
              465,
              "performance_insights_kms_key_id",
              TARGET_KEY,
              "ca_certificate",
              "rds-ca-rsa2048-g1"));
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.cluster(run))
          .returns("aurora-iopt1", it -> it.storageType())
          .returns(7200L, it -> it.backtrackWindow())
          .returns("03:00-03:30", it -> it.preferredBackupWindow())
          .returns("sun:05:00-sun:05:30", it -> it.preferredMaintenanceWindow())
          .returns("advanced", it -> it.databaseInsightsModeAsString())
          .returns(true, it -> it.httpEndpointEnabled());
      for (var id : new String[] {"orders-drill-1-1", "orders-drill-1-2"}) {
        assertThat(story.instance(run, id))
            .returns(false, it -> it.autoMinorVersionUpgrade())
            .returns(30, it -> it.monitoringInterval())
            .returns(ROLE, it -> it.monitoringRoleArn())
            .returns(465, it -> it.performanceInsightsRetentionPeriod())
            .returns(TARGET_KEY, it -> it.performanceInsightsKMSKeyId());
      }
      assertThat(run.output().get("verified").toString())
          .contains("storage type", "Data API", "maintenance window", "enhanced monitoring role");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "maintenance_window, sun:05:00-sun:05:30, ModifyDBCluster",
    "data_api, true, EnableHttpEndpoint",
    "database_insights_mode, advanced, ModifyDBCluster"
  })
  void whatARestoreCanNotSetIsAppliedByACallOfItsOwn(
      String setting, String value, String operation) {
    try (var story = Story.of(input())) {
      plan(story, Map.of(setting, value.equals("true") ? true : value), Map.of());
      assertRestored(story, story.restore(input()));
      assertThat(story.calls().count(operation)).isEqualTo(1);
      assertThat(story.calls().count("ModifyDBCluster") + story.calls().count("EnableHttpEndpoint"))
          .isEqualTo(1);
    }
  }

  /** The cluster's change reaches the instances, whose retention is verified. */
  @Test
  void theAdvancedModeKeepsPerformanceInsightsAsLongAsTheInputSays() {
    var input =
        input()
            .with("database_insights_mode", "advanced")
            .with("enable_performance_insights", true)
            .with("performance_insights_retention_period", 731);
    try (var story = Story.of(input)) {
      var run = story.restore(input);
      assertRestored(story, run);
      assertThat(story.instance(run, "orders-drill-1-1").performanceInsightsRetentionPeriod())
          .isEqualTo(731);
    }
  }

  @Test
  void nothingIsAppliedThatThePlanLeavesToRds() {
    try (var story = Story.of(input())) {
      plan(story, Map.of("storage_type", "aurora"), Map.of());
      var run = story.restore(input());
      assertRestored(story, run);
      assertThat(run.execution().history())
          .filteredOn(event -> event.stateEnteredEventDetails() != null)
          .extracting(event -> event.stateEnteredEventDetails().name())
          .doesNotContain("Apply Settings");
    }
  }
}
