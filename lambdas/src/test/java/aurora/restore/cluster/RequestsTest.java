package aurora.restore.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.RestorePlan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;

/** What a plan decides is passed on; what it leaves to RDS isn't sent at all. */
class RequestsTest {
  private static final String PLAN =
      """
      {"operation_id": "drill", "source_region": "us-east-1", "target_region": "us-west-2",
       "snapshot": {"id": "orders-1", "arn": "arn:aws:rds:us-east-1:1:cluster-snapshot:orders-1",
         "encrypted": false, "iam_authentication": false},
       "cluster": {"id": "orders-drill", "arn": "arn:aws:rds:us-west-2:1:cluster:orders-drill",
         "restore_from": "orders-1", "engine": "aurora-mysql", "engine_version": "8.0",
         "security_group_ids": ["sg-1"], "log_exports": [], "settings": %s},
       "writer": {"id": "orders-drill-1", "instance_class": "db.r6g.large", "settings": %s},
       "readers": [], "tags": {"stage": "dr"}, "warnings": []}
      """;

  private static final Map<String, Object> CLUSTER_SETTINGS =
      Map.of(
          "storage_type", "aurora-iopt1",
          "engine_lifecycle_support", "open-source-rds-extended-support-disabled",
          "network_type", "DUAL",
          "backtrack_window_seconds", 7200,
          "backup_window", "03:00-03:30",
          "maintenance_window", "sun:05:00-sun:05:30",
          "database_insights_mode", "advanced",
          "data_api", true);

  private static final Map<String, Object> INSTANCE_SETTINGS =
      Map.of(
          "auto_minor_version_upgrade",
          false,
          "monitoring_interval_seconds",
          30,
          "monitoring_role_arn",
          "arn:aws:iam::1:role/monitoring",
          "performance_insights",
          true,
          "performance_insights_retention_days",
          465,
          "performance_insights_kms_key_id",
          "arn:aws:kms:us-west-2:1:key/2",
          "ca_certificate",
          "rds-ca-rsa2048-g1");

  @Test
  void everySettingHasAValueHere() {
    assertThat(CLUSTER_SETTINGS).hasSize(ClusterSettings.class.getRecordComponents().length);
    assertThat(INSTANCE_SETTINGS).hasSize(InstanceSettings.class.getRecordComponents().length);
  }

  @Test
  void restorePassesOnWhatItHasAMemberFor() {
    assertThat(ClusterRequest.of(plan(CLUSTER_SETTINGS, Map.of())))
        .returns("aurora-iopt1", it -> it.storageType())
        .returns("open-source-rds-extended-support-disabled", it -> it.engineLifecycleSupport())
        .returns("DUAL", it -> it.networkType())
        .returns(7200L, it -> it.backtrackWindow())
        .returns("03:00-03:30", it -> it.preferredBackupWindow());
  }

  @Test
  void instancePassesOnAllOfItsSettings() {
    var plan = plan(Map.of(), INSTANCE_SETTINGS);
    assertThat(InstanceRequest.of(plan, plan.writer()))
        .returns(false, it -> it.autoMinorVersionUpgrade())
        .returns(30, it -> it.monitoringInterval())
        .returns("arn:aws:iam::1:role/monitoring", it -> it.monitoringRoleArn())
        .returns(true, it -> it.enablePerformanceInsights())
        .returns(465, it -> it.performanceInsightsRetentionPeriod())
        .returns("arn:aws:kms:us-west-2:1:key/2", it -> it.performanceInsightsKMSKeyId())
        .returns("rds-ca-rsa2048-g1", it -> it.caCertificateIdentifier())
        .returns(false, it -> it.publiclyAccessible());
  }

  @Test
  void whatThePlanLeavesToRdsIsNotSent() {
    var plan = plan(Map.of(), Map.of());
    assertThat(sent(ClusterRequest.of(plan)))
        .containsExactlyInAnyOrder(
            "DBClusterIdentifier",
            "SnapshotIdentifier",
            "Engine",
            "EngineVersion",
            "VpcSecurityGroupIds",
            "DeletionProtection",
            "EnableIAMDatabaseAuthentication",
            "CopyTagsToSnapshot",
            "Tags");
    assertThat(sent(InstanceRequest.of(plan, plan.writer())))
        .containsExactlyInAnyOrder(
            "DBInstanceIdentifier",
            "DBInstanceClass",
            "DBClusterIdentifier",
            "Engine",
            "PubliclyAccessible",
            "Tags");
  }

  @Test
  void portThatASnapshotDoesNotKnowIsNotSent() {
    var json = (ObjectNode) json(Map.of(), Map.of());
    json.withObject("/cluster").put("port", 0);
    assertThat(ClusterRequest.of(plan(json)).port()).isNull();
    json.withObject("/cluster").put("port", 3306);
    assertThat(ClusterRequest.of(plan(json)).port()).isEqualTo(3306);
  }

  @Test
  void whatARestoreCanNotSetIsAskedForAfterwards() {
    var calls =
        new SecondCalls(plan(CLUSTER_SETTINGS, INSTANCE_SETTINGS), DBCluster.builder().build());
    assertThat(calls.isDataApiMissing()).isTrue();
    assertThat(calls.missing())
        .containsExactly("maintenance window", "Database Insights mode", "Data API");
    assertThat(calls.change())
        .get()
        .returns("sun:05:00-sun:05:30", ModifyDbClusterRequest::preferredMaintenanceWindow)
        .returns("advanced", ModifyDbClusterRequest::databaseInsightsModeAsString)
        .returns(true, ModifyDbClusterRequest::enablePerformanceInsights)
        .returns(465, ModifyDbClusterRequest::performanceInsightsRetentionPeriod)
        .returns(null, ModifyDbClusterRequest::manageMasterUserPassword);
  }

  @Test
  void whatTheClusterHasAlreadyIsNotAskedForAgain() {
    var cluster =
        DBCluster.builder()
            .preferredMaintenanceWindow("Sun:05:00-Sun:05:30")
            .databaseInsightsMode("advanced")
            .httpEndpointEnabled(true)
            .build();
    var calls = new SecondCalls(plan(CLUSTER_SETTINGS, Map.of()), cluster);
    assertThat(calls.missing()).isEmpty();
    assertThat(calls.change()).isEmpty();
    assertThat(calls.isDataApiMissing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "maintenance_window, true",
    "database_insights_mode, true",
    "data_api, true",
    "storage_type, false",
    "backup_window, false"
  })
  void planSaysWhetherThereIsASecondCallToMake(String setting, boolean needed) {
    var plan = plan(Map.of(setting, CLUSTER_SETTINGS.get(setting)), Map.of());
    assertThat(plan.cluster().needsSecondCalls()).isEqualTo(needed);
    assertThat(Json.MAPPER.<JsonNode>valueToTree(plan).at("/cluster/second_calls").asBoolean())
        .as("for the state machine to read")
        .isEqualTo(needed);
  }

  private static RestorePlan plan(Map<String, Object> cluster, Map<String, Object> instance) {
    return plan(json(cluster, instance));
  }

  private static JsonNode json(Map<String, Object> cluster, Map<String, Object> instance) {
    try {
      return Json.MAPPER.readTree(
          PLAN.formatted(
              Json.MAPPER.writeValueAsString(cluster), Json.MAPPER.writeValueAsString(instance)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RestorePlan plan(JsonNode json) {
    try {
      return Json.MAPPER.treeToValue(json, RestorePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The members of a request that have a value. */
  private static List<String> sent(SdkPojo request) {
    return request.sdkFields().stream()
        .filter(field -> field.getValueOrDefault(request) != null)
        .filter(field -> !isEmpty(field, request))
        .map(SdkField::memberName)
        .toList();
  }

  /** A list that isn't given reads as one without elements. */
  private static boolean isEmpty(SdkField<?> field, SdkPojo request) {
    return field.getValueOrDefault(request) instanceof List<?> list && list.isEmpty();
  }
}
