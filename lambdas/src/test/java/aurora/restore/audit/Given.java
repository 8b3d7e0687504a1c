package aurora.restore.audit;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Edge;
import aurora.restore.edge.Settings;
import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import aurora.restore.operation.CleanUpPlan;
import aurora.restore.operation.CleanUpReport;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Failure;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.RestoreReport;
import aurora.restore.operation.StateContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the records are told in tests, of the operation {@code drill-1}. */
public final class Given {
  private static final String MACHINES = "arn:aws:states:us-west-2:111122223333:";
  public static final String RESTORE = MACHINES + "execution:aurora-restore:drill-1";
  public static final String ANOTHER = MACHINES + "execution:aurora-restore:drill-1-again";
  public static final String CLEAN_UP = MACHINES + "execution:aurora-restore-clean-up:drill-1";
  static final String REPORT = MACHINES + "execution:aurora-restore-report-failure:r-1";

  static final RestorePlan PLAN =
      read(
          RestorePlan.class,
          """
          {"operation_id": "drill-1", "target_region": "eu-west-1", "copy_needed": true,
           "snapshot": {"id": "orders-nightly", "cluster_id": "orders", "account": "111122223333"},
           "copy": {"id": "drill-1-copy"},
           "cluster": {"id": "orders-drill-1", "subnet_group": "drill-1-subnets"},
           "writer": {"id": "orders-drill-1-1"},
           "readers": [{"id": "orders-drill-1-2"}]}
          """);

  private Given() {}

  /** A record of its JSON. */
  public static <T> T read(Class<T> type, String json) {
    try {
      return Records.read(JsonText.read(json), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static RestorePlan withoutCopy() {
    return read(
        RestorePlan.class,
        """
        {"operation_id": "drill-1", "target_region": "eu-west-1", "copy_needed": false,
         "expires_at": "2026-03-02T00:00:00Z",
         "snapshot": {"id": "orders-nightly"},
         "cluster": {"id": "orders-drill-1", "subnet_group": "drill-1-subnets"},
         "writer": {"id": "orders-drill-1-1"}, "readers": []}
        """);
  }

  public static ExecutionContext execution(String arn, int redriveCount) {
    return read(
        ExecutionContext.class,
        """
        {"Id": "%s", "Name": "drill-1", "Input": {}, "StartTime": "2026-03-01T00:00:00Z",
         "RedriveCount": %d%s}
        """
            .formatted(
                arn,
                redriveCount,
                redriveCount == 0 ? "" : ", \"RedriveTime\": \"2026-03-01T08:00:00Z\""));
  }

  public static StateContext state(String name) {
    return new StateContext(name, "2026-03-01T01:00:00Z", 0);
  }

  /**
   * @param state where it ended, as JSON
   */
  static Failure failure(String execution, String machine, String state, int redriveCount) {
    return read(
        Failure.class,
        """
        {"operation_id": "drill-1", "execution_arn": "%s", "machine": "%s", "status": "FAILED",
         "state": %s, "error": "CopyFailed", "started_at": "2026-03-01T00:00:00Z",
         "failed_at": "2026-03-01T02:00:00Z", "redrive_count": %d}
        """
            .formatted(execution, machine, state, redriveCount));
  }

  static CleanUpPlan cleanUp(String more) {
    return read(
        CleanUpPlan.class,
        """
        {"operation_id": "drill-1", "region": "eu-west-1", "named": [], "left_alone": [],
         "found": [{"kind": "cluster", "id": "orders-drill-1"}],
         "kept": [{"kind": "cluster-snapshot", "id": "drill-1-copy", "why": "it was asked for"}],
         "final_snapshot_id": "drill-1-final" %s}
        """
            .formatted(more));
  }

  /**
   * @param kept identifiers of snapshots, as JSON texts
   */
  static CleanUpReport cleanedUp(String... kept) {
    var list = new StringBuilder();
    for (var id : kept) {
      list.append(list.isEmpty() ? "" : ",")
          .append("{\"kind\": \"cluster-snapshot\", \"id\": \"%s\", \"why\": \"\"}".formatted(id));
    }
    return read(
        CleanUpReport.class,
        """
        {"operation_id": "drill-1", "region": "eu-west-1", "deleted": [], "kept": [%s],
         "left_alone": [], "warnings": [], "seconds": 600}
        """
            .formatted(list));
  }

  static RestoreReport report() {
    return read(
        RestoreReport.class,
        """
        {"operation_id": "drill-1", "rto_seconds": 3600, "rpo_seconds": 7200,
         "seconds": {"plan": 20, "restore": 3000}, "instances": [], "warnings": []}
        """);
  }

  /** An operation's row, with what else it has. */
  static OperationRow row(String status, String execution, Map<String, AttributeValue> more) {
    var row =
        new HashMap<>(
            Map.of(
                "operation_id", Attributes.text("drill-1"),
                "status", Attributes.text(status),
                "execution_arn", Attributes.text(execution),
                "redrive_count", Attributes.number(1),
                "started_at", Attributes.text("2026-03-01T00:00:00Z")));
    row.putAll(more);
    return OperationRow.of(row);
  }

  static Map<String, AttributeValue> planned() {
    return Map.of("plan", Attributes.of(PLAN));
  }

  /** An edge whose tables are {@code state} and {@code audit}, and which has nothing else. */
  public static Edge edge(DynamoDbClient dynamoDb) {
    var settings = new HashMap<>(Map.of(Settings.REGION, "us-west-2"));
    settings.putAll(Map.of(Settings.STATE_TABLE, "state", Settings.AUDIT_TABLE, "audit"));
    settings.putAll(Map.of(Settings.TOPIC_ARN, "topic", Settings.RUNBOOK, "runbook"));
    settings.putAll(
        Map.of(Settings.DEFAULT_INSTANCE_CLASS, "db.r6g.large", Settings.DEPLOYMENT, "restore"));
    settings.put(Settings.RECORD_RETENTION_DAYS, "400");
    var aws = mock(Aws.class);
    when(aws.dynamoDb()).thenReturn(dynamoDb);
    return new Edge(aws, InstantSource.fixed(Instant.EPOCH), Settings.from(settings));
  }
}
