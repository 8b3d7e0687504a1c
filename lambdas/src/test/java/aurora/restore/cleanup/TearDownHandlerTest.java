package aurora.restore.cleanup;

import static aurora.restore.cleanup.Account.EXECUTION;
import static aurora.restore.cleanup.Account.madeBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.CALLS_REAL_METHODS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Given;
import aurora.restore.edge.Edge;
import aurora.restore.error.OperationInProgress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;

/** One call of Tear Down: whose the operation is comes first, and nothing is believed too soon. */
class TearDownHandlerTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T01:00:00Z");

  private final Account account = new Account();
  private final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
  private final Edge tables = Given.edge(dynamoDb);

  @BeforeEach
  void progressIsTaken() {
    when(tables.aws().rds("us-west-2")).thenReturn(account.rds);
    doReturn(UpdateItemResponse.builder().build())
        .when(dynamoDb)
        .updateItem(any(UpdateItemRequest.class));
  }

  @Test
  void whoeverHasLostTheOperationDeletesNothing() {
    account.cluster("orders-1", "available", madeBy(EXECUTION));
    belongsTo(Given.ANOTHER);
    assertThatExceptionOfType(OperationInProgress.class)
        .isThrownBy(() -> tearDown("", SINCE))
        .withMessageContaining(Given.ANOTHER);
    verify(account.rds, never()).deleteDBCluster(any(DeleteDbClusterRequest.class));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:30:00Z, 2026-03-01T01:09:59Z, PENDING, 2",
    "2026-03-01T00:30:00Z, 2026-03-01T01:10:00Z, READY, 0",
    "2026-03-01T01:05:00Z, 2026-03-01T01:10:00Z, PENDING, 301",
    "2026-03-01T01:05:00Z, 2026-03-01T01:15:00Z, READY, 0"
  })
  void nothingIsBelievedToBeLeftTenMinutesAfterTheLastAct(
      String lastActedAt, Instant now, String status, long pause) {
    belongsTo(Given.CLEAN_UP);
    var left = tearDown(", \"last_acted_at\": \"%s\"".formatted(lastActedAt), now);
    assertThat(left.status()).isEqualTo(status);
    assertThat(left.pauseSeconds()).isEqualTo(pause);
    verify(dynamoDb).updateItem(any(UpdateItemRequest.class));
  }

  private Remaining tearDown(String more, Instant now) {
    var edge = new Edge(tables.aws(), () -> now, tables.settings());
    var execution = Given.execution(Given.CLEAN_UP, 0);
    return new TearDownHandler(edge)
        .handle(new TearDownInput(Account.plan(more), execution, Given.state("Tear Down"), SINCE));
  }

  private void belongsTo(String execution) {
    doReturn(
            GetItemResponse.builder()
                .item(
                    Map.of(
                        "operation_id", Attributes.text("drill-1"),
                        "status", Attributes.text("CLEANING_UP"),
                        "execution_arn", Attributes.text(execution),
                        "redrive_count", Attributes.number(0)))
                .build())
        .when(dynamoDb)
        .getItem(any(GetItemRequest.class));
  }
}
