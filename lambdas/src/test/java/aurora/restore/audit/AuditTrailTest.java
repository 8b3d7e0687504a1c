package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import aurora.restore.audit.AuditTrail.Written;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Milestone;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What came of writing an entry, by what DynamoDB answers. */
class AuditTrailTest {
  private static final String FAILED = "ConditionalCheckFailed";
  private static final Map<String, AttributeValue> OURS =
      Map.of("recorded_by", text(Given.RESTORE));
  private static final Map<String, AttributeValue> THEIRS =
      Map.of("recorded_by", text(Given.ANOTHER));

  private final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
  private final AuditTrail trail = AuditTrail.of(Given.edge(dynamoDb));

  @Test
  void entryGoesIntoBothTablesAtOnce() {
    doReturn(TransactWriteItemsResponse.builder().build())
        .when(dynamoDb)
        .transactWriteItems(any(TransactWriteItemsRequest.class));
    assertThat(trail.record(entry())).isEqualTo(Written.NOW);

    var request = ArgumentCaptor.forClass(TransactWriteItemsRequest.class);
    verify(dynamoDb).transactWriteItems(request.capture());
    var put = request.getValue().transactItems().get(0).put();
    assertThat(put.tableName()).isEqualTo("audit");
    assertThat(put.item())
        .containsEntry("recorded_by", text(Given.RESTORE))
        .containsEntry("event", text("SNAPSHOT_COPIED"))
        .containsEntry("entry", text("2026-03-01T01:00:00.000Z#SNAPSHOT_COPIED"));
    assertThat(request.getValue().transactItems().get(1).update().tableName()).isEqualTo("state");
  }

  @Test
  void rowOfTheSameWriterIsItsOwnEarlierTrys() {
    cancelled(FAILED, OURS, "None");
    assertThat(trail.record(entry())).isEqualTo(Written.AGAIN);
  }

  @Test
  void rowOfAnotherWriterCameBefore() {
    cancelled(FAILED, THEIRS, FAILED);
    assertThat(trail.record(entry())).isEqualTo(Written.BEFORE);
    cancelled(FAILED, Map.of(), "None");
    assertThat(trail.record(entry())).isEqualTo(Written.BEFORE);
    cancelled(FAILED, null, "None");
    assertThat(trail.record(entry())).isEqualTo(Written.BEFORE);
  }

  @Test
  void operationThatIsAnothersTakesNoEntry() {
    cancelled("None", null, FAILED);
    assertThat(trail.record(entry())).isEqualTo(Written.NEITHER);
  }

  @ParameterizedTest
  @CsvSource({
    "TransactionConflict, None",
    "None, TransactionConflict",
    "ThrottlingError, ProvisionedThroughputExceeded"
  })
  void whatPassesIsTriedAgain(String ofTrail, String ofState) {
    cancelled(ofTrail, null, ofState);
    assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> trail.record(entry()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValidationError", "ItemCollectionSizeLimitExceeded"})
  void whatDoesNotPassIsRefused(String code) {
    cancelled(code, null, "None");
    assertThatExceptionOfType(RefusedByAws.class)
        .isThrownBy(() -> trail.record(entry()))
        .withMessageContaining("record of SNAPSHOT_COPIED for operation drill-1")
        .withMessageContaining(code);
  }

  @Test
  void rowOfTheTrailAloneIsToldApartToo() {
    doReturn(PutItemResponse.builder().build()).when(dynamoDb).putItem(any(PutItemRequest.class));
    assertThat(trail.recordInTrailAlone(entry())).isEqualTo(Written.NOW);
    refused(OURS);
    assertThat(trail.recordInTrailAlone(entry())).isEqualTo(Written.AGAIN);
    refused(THEIRS);
    assertThat(trail.recordInTrailAlone(entry())).isEqualTo(Written.BEFORE);
  }

  private static Entry entry() {
    var execution = Given.execution(Given.RESTORE, 0);
    return new MilestoneEntry(
        Milestone.SNAPSHOT_COPIED, Given.PLAN, execution, Given.state("Record"), null);
  }

  private void cancelled(String ofTrail, Map<String, AttributeValue> there, String ofState) {
    doThrow(
            TransactionCanceledException.builder()
                .cancellationReasons(
                    CancellationReason.builder().code(ofTrail).item(there).build(),
                    CancellationReason.builder().code(ofState).build())
                .build())
        .when(dynamoDb)
        .transactWriteItems(any(TransactWriteItemsRequest.class));
  }

  private void refused(Map<String, AttributeValue> there) {
    doThrow(ConditionalCheckFailedException.builder().item(there).build())
        .when(dynamoDb)
        .putItem(any(PutItemRequest.class));
  }
}
