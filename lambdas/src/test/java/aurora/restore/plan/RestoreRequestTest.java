package aurora.restore.plan;

import static aurora.restore.plan.RunbookInput.json;
import static aurora.restore.plan.RunbookInput.runbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.error.InvalidRequest;
import aurora.restore.operation.Mandate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreRequestTest {
  @Test
  void theSixKeysOfTheRunbookAreEnough() throws Exception {
    var request = RestoreRequest.read(runbook(), "drill-1");

    assertThat(request.operationId()).isEqualTo("drill-1");
    assertThat(request.instances().count()).isEqualTo(1);
    assertThat(request.deadlines().copyHours()).isEqualTo(24);
    assertThat(request.deadlines().restoreHours()).isEqualTo(6);
    assertThat(request.deadlines().instanceHours()).isEqualTo(2);
    assertThat(request.dryRun()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("requiredKeys")
  void eachRequiredKeyIsMissedByName(InputKey key) throws Exception {
    var input = runbook();
    input.remove(key.key());

    assertThat(refusalOf(input)).contains("1 finding: " + key.key() + ": is missing");
  }

  @ParameterizedTest
  @MethodSource("requiredKeys")
  void aRequiredKeyThatIsNullIsMissedToo(InputKey key) throws Exception {
    var input = runbook();
    input.putNull(key.key());

    assertThat(refusalOf(input)).contains(key.key() + ": is null");
  }

  @ParameterizedTest
  @EnumSource(InputKey.class)
  void eachKeyOfTheWrongTypeIsRefusedByName(InputKey key) throws Exception {
    var input = runbook();
    input.putObject(key.key()).put("not", 1);

    assertThat(refusalOf(input)).contains(key.key());
  }

  @ParameterizedTest
  @CsvSource({
    "snapshot_identifier, snapshot_id",
    "snapshotId, snapshot_id",
    "sourceRegion, source_region",
    "target_regoin, target_region",
    "vpc, vpc_id",
    "subnets_ids, subnet_ids",
    "security_groups_ids, security_group_ids",
    "instanceclass, instance_class"
  })
  void aMisspeltKeyIsRefusedWithTheNearestOne(String misspelt, String meant) throws Exception {
    var input = runbook();
    input.put(misspelt, "anything");

    assertThat(refusalOf(input))
        .contains(misspelt + ": is not a key of the input; the nearest key is " + meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders--1",
        "-orders",
        "orders-",
        "1orders",
        "orders_1",
        "arn:aws:rds:us-east-1:111122223333:snapshot:orders",
        "arn:aws:rds:us-east-1:1111:cluster-snapshot:orders",
        ""
      })
  void aMalformedSnapshotIsRefused(String snapshot) throws Exception {
    var input = runbook();
    input.put("snapshot_id", snapshot);

    assertThat(refusalOf(input)).contains("snapshot_id: is \"" + snapshot + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "rds:orders-2026-11-22-03-04",
        "awsbackup:job-0a1b",
        "arn:aws:rds:us-east-1:444455556666:cluster-snapshot:orders",
        "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:rds:orders-2026-11-22-03-04"
      })
  void everyKindOfSnapshotNameIsTaken(String snapshot) throws Exception {
    var input = runbook();
    input.put("snapshot_id", snapshot);

    assertThat(RestoreRequest.read(input, "drill-1").source().snapshotId()).isEqualTo(snapshot);
  }

  @Test
  void onWhoseBehalfItIsDoneAndWhatItIsHeldToIsRead() throws Exception {
    var input = runbook();
    input.put("requested_by", "orders on-call");
    input.put("approved_by", "x".repeat(256));
    input.put("recovery_time_objective_minutes", 240);
    input.put("recovery_point_objective_minutes", 1);

    assertThat(RestoreRequest.read(input, "drill-1").mandate())
        .isEqualTo(new Mandate(null, "orders on-call", "x".repeat(256), 240, 1));
    assertThat(RestoreRequest.read(runbook(), "drill-1").mandate()).isEqualTo(Mandate.NONE);
    input.put("approved_by", "x".repeat(257));
    assertThat(refusalOf(input)).contains("approved_by: is");
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void aContradictionIsRefused(String change, String finding) throws Exception {
    var input = runbook();
    input.setAll((ObjectNode) json(change));

    assertThat(refusalOf(input)).contains(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'min_capacity': 4, 'max_capacity': 4}",
        "{'min_capacity': 0, 'max_capacity': 4, 'seconds_until_auto_pause': 300}",
        "{'monitoring_interval': 60, 'monitoring_role_arn': 'arn:aws:iam::111122223333:role/m'}",
        "{'enable_performance_insights': true, 'performance_insights_retention_period': 7}",
        "{'preferred_backup_window': '03:00-03:30',"
            + " 'preferred_maintenance_window': 'sun:03:30-sun:04:00'}"
      })
  void whatGoesTogetherIsTaken(String change) throws Exception {
    var input = runbook();
    input.setAll((ObjectNode) json(change));
    assertThat(RestoreRequest.read(input, "drill-1")).isNotNull();
  }

  static Stream<List<String>> contradictionRows() {
    return Stream.of(
        List.of("{'snapshot_id': 'latest'}", "snapshot_id: is 'latest' without a cluster"),
        List.of("{'source_cluster_id': 'orders'}", "source_cluster_id: goes with 'latest' only"),
        List.of("{'snapshot_type': 'manual'}", "snapshot_type: goes with 'latest' only"),
        List.of("{'min_capacity': 8, 'max_capacity': 4}", "min_capacity: is 8.0, above"),
        List.of("{'min_capacity': 1}", "min_capacity: is given without max_capacity"),
        List.of("{'max_capacity': 1}", "max_capacity: is given without min_capacity"),
        List.of("{'min_capacity': 0.7, 'max_capacity': 4}", "min_capacity: is 0.7"),
        List.of("{'instance_class': 'db.serverless'}", "without capacities"),
        List.of(
            "{'instance_class': 'db.r6g.large', 'min_capacity': 1, 'max_capacity': 4}",
            "instance_class: is db.r6g.large while capacities"),
        List.of("{'subnet_ids': ['subnet-0a1b2c3d']}", "subnet_ids: has 1 item; name 2 to 20"),
        List.of(
            "{'subnet_ids': ['subnet-0a1b2c3d', 'subnet-0a1b2c3d']}",
            "subnet_ids: names the same one twice"),
        List.of("{'subnet_ids': 'subnet-0a1b2c3d'}", "must be a list"),
        List.of("{'security_group_ids': []}", "security_group_ids: has 0 items"),
        List.of(
            "{'snapshot_id': 'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:orders'}",
            "snapshot_id: is of region eu-west-1 while source_region is us-east-1"),
        List.of(
            "{'kms_key_id': 'arn:aws:kms:us-east-1:111122223333:alias/dr'}",
            "kms_key_id: is of region us-east-1 while target_region is us-west-2"),
        List.of("{'target_region': 'cn-north-1'}", "which no snapshot can be copied to"),
        List.of("{'tags': {'aws:team': 'a'}}", "tags.aws:team: begins with a reserved prefix"),
        List.of("{'tags': {'team': 1}}", "tags.team: is 1; must be a text"),
        List.of("{'log_exports': ['slow']}", "log_exports: names slow"),
        List.of("{'port': 80}", "port: is 80"),
        List.of("{'instance_count': 17}", "instance_count: is 17"),
        List.of("{'instance_count': 2.5}", "instance_count: is 2.5"),
        List.of("{'dry_run': 'yes'}", "dry_run: is \"yes\"; must be true or false"),
        List.of("{'on_failure': 'delete'}", "on_failure: is \"delete\""),
        List.of("{'expires_after_hours': 0}", "expires_after_hours: is 0"),
        List.of("{'requested_by': ''}", "requested_by: is"),
        List.of("{'approved_by': 'one\\ntwo'}", "approved_by: is"),
        List.of(
            "{'recovery_time_objective_minutes': 0}",
            "recovery_time_objective_minutes: is 0; must be a whole number, 1 or more"),
        List.of(
            "{'recovery_point_objective_minutes': 1.5}",
            "recovery_point_objective_minutes: is 1.5"),
        List.of(
            "{'monitoring_interval': 0, 'monitoring_role_arn': 'arn:aws:iam::111122223333:role/m'}",
            "monitoring_role_arn: is given while monitoring_interval is 0"),
        List.of(
            "{'enable_performance_insights': false, 'performance_insights_retention_period': 7}",
            "performance_insights_retention_period: is given while enable_performance_insights is"),
        List.of(
            "{'enable_performance_insights': false, 'performance_insights_kms_key_id': 'alias/dr'}",
            "performance_insights_kms_key_id: is given while enable_performance_insights is"),
        List.of(
            "{'enable_performance_insights': false, 'database_insights_mode': 'advanced'}",
            "database_insights_mode: is"),
        List.of(
            "{'preferred_backup_window': '03:00-03:30',"
                + " 'preferred_maintenance_window': 'sun:03:15-sun:03:45'}",
            "preferred_"),
        List.of(
            "{'min_capacity': 1, 'max_capacity': 4, 'seconds_until_auto_pause': 300}",
            "seconds_until_auto_pause: is given while min_capacity is 1.0"),
        List.of(
            "{'expires_after_hours': 8, 'deletion_protection': true}",
            "expires_after_hours: is given while deletion_protection is true"),
        List.of(
            "{'on_failure': 'clean_up', 'deletion_protection': true}",
            "on_failure: is clean_up while deletion_protection is true"),
        List.of("{'verification': []}", "verification: is []; must be an object"),
        List.of("{'cluster_id': 'a--b'}", "cluster_id: is \"a--b\""),
        List.of("{'operation_id': 'a b'}", "operation_id: is \"a b\""));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> contradictions() {
    return contradictionRows()
        .map(row -> org.junit.jupiter.params.provider.Arguments.of(row.get(0), row.get(1)));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    var input =
        json(
            "{'snapshot_id': 'latest', 'source_region': 'Virginia', 'target_region': 'us-west-2',"
                + " 'subnet_ids': ['subnet-0a1b2c3d'], 'security_group_ids': 'sg-0a1b', 'vcp_id':"
                + " 'vpc-0a1b'}");

    assertThat(refusalOf(input))
        .contains(
            "6 findings",
            "vcp_id: is not a key of the input; the nearest key is vpc_id",
            "source_region: is \"Virginia\"",
            "vpc_id: is missing",
            "subnet_ids: has 1 item",
            "security_group_ids: is \"sg-0a1b\"",
            "snapshot_id: is 'latest' without a cluster",
            "Remedy: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "'text'", "null"})
  void anInputThatIsNoObjectIsRefused(String input) {
    assertThatThrownBy(() -> RestoreRequest.read(json(input), "drill-1"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("is not a JSON object");
  }

  @Test
  void aLongValueIsCutInTheMessage() throws Exception {
    var input = runbook();
    input.put("vpc_id", "x".repeat(5000));

    assertThat(refusalOf(input)).hasSizeLessThan(400);
  }

  static Stream<InputKey> requiredKeys() {
    return Stream.of(InputKey.values()).filter(InputKey::isRequired);
  }

  private static String refusalOf(JsonNode input) {
    return catchThrowableOfType(InvalidRequest.class, () -> RestoreRequest.read(input, "drill-1"))
        .getMessage();
  }
}
