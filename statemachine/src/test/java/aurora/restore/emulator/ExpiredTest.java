package aurora.restore.emulator;

import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.OperationRow;
import aurora.restore.audit.Schema;
import aurora.restore.operation.OperationStatus;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the reaper asks the state table every hour: which operations are past their time. */
class ExpiredTest {
  private static final int MANY = 8;

  /** Together more than two pages: DynamoDB answers a megabyte at a time. */
  private static final int LONG_TEXT = 300_000;

  @Test
  void whatHasEndedAndIsPastItsTimeIsFoundAndNothingElse() {
    try (var stage = Stage.named("expired");
        var recording = Recording.start();
        var failing = Recording.startWith("copy-fails")) {
      var drill = Recording.input().put("expires_after_hours", 24);
      play(stage, recording, "ended", drill);
      play(stage, recording, "for-good", Recording.input());
      play(stage, recording, "for-a-week", drill.deepCopy().put("expires_after_hours", 168));
      play(stage, failing, "failed", drill);
      var running = recording.restore("running", drill);
      stage.answer(RECORD_AUDIT, recording.handed("Record Started", running));
      var expiry = stage.operations().at(OperationStatus.RUNNING).toList().getFirst().expiresAt();

      assertThat(expired(stage, expiry.plus(Duration.ofHours(1))))
          .containsExactlyInAnyOrder("ended", "failed");
    }
  }

  @Test
  void operationIsFoundFromTheVeryMomentThatItExpires() {
    try (var stage = Stage.named("moment");
        var recording = Recording.start()) {
      play(stage, recording, "ended", Recording.input().put("expires_after_hours", 24));
      var expiry = stage.operations().at(OperationStatus.SUCCEEDED).toList().getFirst().expiresAt();

      assertThat(expired(stage, expiry.minusMillis(1))).isEmpty();
      assertThat(expired(stage, expiry)).containsExactly("ended");
    }
  }

  @Test
  void whatIsOnALaterPageIsFoundToo() {
    try (var stage = Stage.named("pages");
        var recording = Recording.start()) {
      var input = Recording.input().put("expires_after_hours", 24);
      var run = recording.restore("page", input);
      for (var operation : operations()) {
        for (var state : List.of("Record Started", "Record Completed")) {
          stage.answer(RECORD_AUDIT, renamed(recording.handed(state, run), operation));
        }
      }
      assertThat(hasMorePages(stage)).as("the rows don't fit on one page").isTrue();
      assertThat(expired(stage, Instant.MAX)).containsExactlyInAnyOrderElementsOf(operations());
    }
  }

  private static List<String> operations() {
    return IntStream.rangeClosed(1, MANY).mapToObj(number -> "page-" + number).toList();
  }

  private static void play(Stage stage, Recording recording, String name, ObjectNode input) {
    var run = recording.restore(name, input);
    recording.handed(RECORD_AUDIT, run).forEach(payload -> stage.answer(RECORD_AUDIT, payload));
  }

  /** The same of another operation, whose request makes its row long. */
  private static ObjectNode renamed(ObjectNode payload, String operation) {
    payload.withObject("/plan").put("operation_id", operation);
    payload.withObject("/execution/Input").put("text", "x".repeat(LONG_TEXT));
    return payload;
  }

  private static List<String> expired(Stage stage, Instant now) {
    return stage
        .operations()
        .ended()
        .filter(row -> row.isExpired(now))
        .map(OperationRow::operationId)
        .toList();
  }

  private static boolean hasMorePages(Stage stage) {
    return stage
        .dynamoDb()
        .query(
            query ->
                query
                    .tableName(stage.settings().stateTable())
                    .indexName(Schema.BY_STATUS)
                    .keyConditionExpression("#status = :status")
                    .expressionAttributeNames(Map.of("#status", Schema.STATUS))
                    .expressionAttributeValues(
                        Map.of(":status", Attributes.text(OperationStatus.SUCCEEDED.name()))))
        .hasLastEvaluatedKey();
  }
}
