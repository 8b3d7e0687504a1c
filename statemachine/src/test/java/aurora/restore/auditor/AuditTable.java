package aurora.restore.auditor;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.evidence.Chain;
import aurora.restore.evidence.Evidence;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.operation.CheckResult;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An operation's rows in an audit table, for whoever may write to it. */
public record AuditTable(DynamoDbClient dynamoDb, String name, String operationId) {

  public List<Map<String, AttributeValue>> rows() {
    return dynamoDb
        .query(
            it ->
                it.tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("operation_id = :id")
                    .expressionAttributeValues(Map.of(":id", Attributes.text(operationId))))
        .items();
  }

  /** The newest row of an event. */
  public Map<String, AttributeValue> row(String event) {
    return rows().stream()
        .filter(row -> row.get("event").s().equals(event))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("the trail has no " + event));
  }

  public String entry(String event) {
    return row(event).get(Schema.ENTRY).s();
  }

  /** Rewrites the newest row of an event. */
  public void alter(String event, Consumer<Map<String, AttributeValue>> change) {
    var row = new HashMap<>(row(event));
    change.accept(row);
    put(row);
  }

  public void put(Map<String, AttributeValue> row) {
    dynamoDb.putItem(it -> it.tableName(name).item(row));
  }

  /** Has these rows there and no others. */
  void reset(List<Map<String, AttributeValue>> rows) {
    rows().forEach(this::delete);
    rows.forEach(this::put);
  }

  public void remove(String event) {
    delete(row(event));
  }

  private void delete(Map<String, AttributeValue> row) {
    dynamoDb.deleteItem(
        it ->
            it.tableName(name)
                .key(
                    Map.of(
                        Schema.OPERATION_ID,
                        row.get(Schema.OPERATION_ID),
                        Schema.ENTRY,
                        row.get(Schema.ENTRY))));
  }

  /**
   * Writes evidence of what the trail tells now, a second after its last row.
   *
   * @param key null: it isn't signed
   */
  public void writeEvidence(SigningKey key) {
    var rows = rows();
    var last = Instant.parse(rows.getLast().get("at").s());
    writeEvidence(last.plusSeconds(1), document(rows, last), key);
  }

  void writeEvidence(Instant at, String document, SigningKey key) {
    var time = new DateTimeFormatterBuilder().appendInstant(3).toFormatter().format(at);
    var row = new LinkedHashMap<String, AttributeValue>();
    row.put(Schema.OPERATION_ID, Attributes.text(operationId));
    row.put(Schema.ENTRY, Attributes.text(time + "#" + EvidenceRow.EVENT));
    row.put("event", Attributes.text(EvidenceRow.EVENT));
    row.put("at", Attributes.text(time));
    row.put("recorded_by", Attributes.text("arn:aws:states:us-west-2:1:execution:restore:drill-1"));
    row.put("document", Attributes.text(document));
    row.put("digest", Attributes.text(EvidenceRow.digest(document)));
    row.put(Schema.TIME_TO_LIVE, Attributes.number(at.getEpochSecond() + 86_400));
    if (key != null) {
      row.put("signature", Attributes.of(key.sign(document)));
    }
    put(row);
  }

  String document(List<Map<String, AttributeValue>> rows, Instant ended) {
    var began = Instant.parse(rows.getFirst().get("at").s());
    var made = "arn:aws:rds:us-west-2:111122223333:cluster:orders-drill-1";
    return new Evidence(
            Evidence.FORMAT,
            operationId,
            Outcome.COMPLETED,
            ended.plusSeconds(1),
            new Evidence.Execution(
                "arn:aws:states:us-west-2:1:execution:restore:x", "x", 1, began, ended),
            new Evidence.Started(
                "schedule",
                "weekly-drill",
                "A. Jones",
                "B. Smith",
                true,
                Attributes.json(Map.of())),
            new Evidence.RunBefore("orders-drill-0", began.minusSeconds(604_800)),
            new Evidence.Snapshot(
                "orders-2026-11-22",
                "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:orders-2026-11-22",
                "orders",
                began.minusSeconds(7_200),
                7_200L,
                "aurora-postgresql",
                "16.4",
                true),
            new Evidence.Source("111122223333", "us-east-1", null),
            new Evidence.Target(
                "111122223333", "us-west-2", "vpc-0a1b2c3d4e5f60718", "orders-drill-1", made),
            new Evidence.Segregation(false, true, null),
            seconds(),
            new Evidence.Objectives(3_900L, 3_600L, false, 7_200L, 7_260L, 14_400L, true),
            List.of("engine version 16.4", "2 instances are available"),
            List.of(
                new CheckResult(
                    "orders are there",
                    CheckResult.Outcome.PASSED,
                    "at least 1000",
                    "48213",
                    null,
                    null,
                    120),
                new CheckResult(
                    "as many as last time",
                    CheckResult.Outcome.WARNED,
                    "within 10 % of 0",
                    "48213",
                    "there is no last time",
                    null,
                    80)),
            List.of("No application connected.", "Only 2 checks of the data were made."),
            List.of(
                new Evidence.Deficiency(
                    "RTO 3900 s is above the objective of 3600 s",
                    "restore larger instances, or name another objective")),
            null,
            List.of(
                new Evidence.Resource(
                    "cluster", "orders-drill-1", made, began.plusSeconds(9), null),
                new Evidence.Resource("instance", "<orders>&1", null, null, ended)),
            new Evidence.Versions("1.0.0", "ab".repeat(32), "aurora-postgresql 16.4"),
            Chain.of(operationId, rows.stream().map(Attributes::json).toList()))
        .document();
  }

  /** By name, as DynamoDB gives back what was written by the course. */
  private static Map<String, Long> seconds() {
    var seconds = new TreeMap<String, Long>();
    seconds.put("plan", 4L);
    seconds.put("copy", 1_800L);
    seconds.put("restore", 1_200L);
    seconds.put("instances", 840L);
    seconds.put("verify", 26L);
    seconds.put("checks", 30L);
    return seconds;
  }
}
