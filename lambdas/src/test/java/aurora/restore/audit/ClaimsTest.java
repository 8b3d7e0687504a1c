package aurora.restore.audit;

import static aurora.restore.audit.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import aurora.restore.error.OperationInProgress;
import aurora.restore.operation.ExecutionContext;
import aurora.restore.operation.Step;
import aurora.restore.operation.WaitAnswer;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Whose an operation is, by its row. */
class ClaimsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T01:10:00Z");
  private static final WaitAnswer LOOK = WaitAnswer.pending("copying", 40, 30, NOW);

  private final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
  private final Claims claims = Claims.of(Given.edge(dynamoDb));

  @BeforeEach
  void writesAreTaken() {
    doReturn(UpdateItemResponse.builder().build())
        .when(dynamoDb)
        .updateItem(any(UpdateItemRequest.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "SUCCEEDED", "CLEANED_UP", "CLEANING_UP"})
  void executionThatHasTheOperationActsForIt(String status) {
    stands(status, Given.RESTORE, 0);
    claims.requireClaim("drill-1", Given.execution(Given.RESTORE, 0));
    verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "SUCCEEDED", "CLEANED_UP", "CLEANING_UP", "FAILED"})
  void anyOtherIsRefusedWhateverTheRowTells(String status) {
    stands(status, Given.ANOTHER, 0);
    assertThatExceptionOfType(OperationInProgress.class)
        .isThrownBy(() -> claims.requireClaim("drill-1", Given.execution(Given.RESTORE, 3)))
        .withMessageContaining("it belongs to execution " + Given.ANOTHER + " and is " + status);
  }

  @Test
  void operationWithoutARowIsNobodys() {
    doReturn(GetItemResponse.builder().build()).when(dynamoDb).getItem(any(GetItemRequest.class));
    assertThatExceptionOfType(OperationInProgress.class)
        .isThrownBy(() -> claims.requireClaim("drill-1", Given.execution(Given.RESTORE, 0)))
        .withMessageContaining("it isn't claimed any more");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void callThatComesAfterTheReportOfItsFailureIsRefused(int recorded) {
    stands("FAILED", Given.RESTORE, recorded);
    assertThatExceptionOfType(OperationInProgress.class)
        .isThrownBy(() -> claims.requireClaim("drill-1", Given.execution(Given.RESTORE, 1)));
    verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "FAILED", "CLEANING_UP"})
  void redrivenExecutionTakesTheOperationUpBeforeItActs(String status) {
    stands(status, Given.RESTORE, 0);
    claims.requireClaim("drill-1", Given.execution(Given.RESTORE, 1));
    assertThat(written().expressionAttributeValues())
        .containsEntry(":status", text("RUNNING"))
        .containsEntry(":redrive_count", Attributes.number(1))
        .containsEntry(":execution_arn", text(Given.RESTORE))
        .containsEntry(":updated_at", text("2026-03-01T08:00:00.000Z"))
        .containsKeys(":running", ":cleaning");
    assertThat(written().updateExpression()).endsWith("REMOVE #finished_at, #failure");
    assertThat(written().conditionExpression()).isEqualTo(MilestoneEntry.GOING_ON);
  }

  @Test
  void redrivenCleanUpTakesTheOperationUpAsOne() {
    stands("FAILED", Given.CLEAN_UP, 0);
    claims.requireClaim("drill-1", Given.execution(Given.CLEAN_UP, 1));
    assertThat(written().expressionAttributeValues()).containsEntry(":status", text("CLEANING_UP"));
  }

  @Test
  void progressIsWrittenWhereItIsNew() {
    stands("RUNNING", Given.RESTORE, 0);
    claims.progress(step(null), "copy", LOOK, NOW);
    var values = written().expressionAttributeValues();
    assertThat(values)
        .containsEntry(":step", text("Wait For Copy"))
        .containsEntry(":status", text("RUNNING"))
        .containsEntry(":updated_at", text("2026-03-01T01:10:00.000Z"));
    assertThat(Attributes.json(values.get(":progress").m()).toString())
        .contains("\"of\":\"copy\"", "\"observed\":\"copying\"", "\"percent\":40");
    assertThat(written().updateExpression()).endsWith("REMOVE #finished_at, #failure");
  }

  @Test
  void progressThatIsKnownIsNotWrittenAgain() {
    claims.progress(step(LOOK), "copy", LOOK, NOW);
    verify(dynamoDb, never()).updateItem(any(UpdateItemRequest.class));
  }

  @Test
  void progressOfACleanUpSaysSo() {
    var execution = Given.execution(Given.CLEAN_UP, 0);
    claims.progress("drill-1", execution, Given.state("Tear Down"), LOOK, NOW);
    assertThat(written().expressionAttributeValues())
        .containsEntry(":status", text("CLEANING_UP"))
        .containsEntry(":step", text("Tear Down"));
  }

  @Test
  void progressIsRefusedWhereTheOperationIsAnothers() {
    stands("RUNNING", Given.ANOTHER, 0);
    doThrow(ConditionalCheckFailedException.builder().build())
        .when(dynamoDb)
        .updateItem(any(UpdateItemRequest.class));
    assertThatExceptionOfType(OperationInProgress.class)
        .isThrownBy(() -> claims.progress(step(null), "copy", LOOK, NOW))
        .withMessageContaining(Given.ANOTHER);
  }

  private static Step step(WaitAnswer last) {
    ExecutionContext execution = Given.execution(Given.RESTORE, 0);
    return new Step(Given.PLAN, execution, Given.state("Wait For Copy"), NOW, NOW, last);
  }

  private UpdateItemRequest written() {
    var written = ArgumentCaptor.forClass(UpdateItemRequest.class);
    verify(dynamoDb).updateItem(written.capture());
    return written.getValue();
  }

  private void stands(String status, String execution, int redriveCount) {
    var row = new HashMap<String, AttributeValue>();
    row.put("operation_id", text("drill-1"));
    row.put("status", text(status));
    row.put("execution_arn", text(execution));
    row.put("redrive_count", Attributes.number(redriveCount));
    doReturn(GetItemResponse.builder().item(row).build())
        .when(dynamoDb)
        .getItem(any(GetItemRequest.class));
  }
}
