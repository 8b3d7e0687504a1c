package aurora.restore.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.audit.Given;
import aurora.restore.audit.OperationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Which operations should have ended: an hour after all their deadlines. */
class OverdueTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");
  private static final String PLAN =
      """
      , "plan": {"deadlines": {"copy_hours": 3, "restore_hours": 2, "instance_hours": 1},
                 "copy_needed": true, "readers": [], "cluster": {"settings": {}}}\
      """;

  @ParameterizedTest
  @CsvSource({
    "RUNNING, true, 8", // 3 to copy, 2 to restore, 1 for the writer, 1 to verify, 1 of slack
    "RUNNING, false, 43", // 24, twice 6, thrice 2, 1
    "CLEANING_UP, true, 3",
    "CLEANING_UP, false, 3"
  })
  void operationIsOverdueAfterItsDeadlines(String status, boolean isPlanned, int hours) {
    var operation = operation(status, isPlanned ? PLAN : "", Optional.empty());
    assertThat(Overdue.is(operation, BEGAN.plus(Duration.ofHours(hours)))).isFalse();
    assertThat(Overdue.is(operation, BEGAN.plus(Duration.ofHours(hours)).plusSeconds(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "5, 13"})
  void deadlinesBeginAnewWithARedrive(int redrivenAfterHours, int hours) {
    var execution =
        DescribeExecutionResponse.builder()
            .startDate(BEGAN)
            .redriveDate(
                redrivenAfterHours == 0 ? null : BEGAN.plus(Duration.ofHours(redrivenAfterHours)))
            .build();
    var operation = operation("RUNNING", PLAN, Optional.of(execution));
    assertThat(Overdue.is(operation, BEGAN.plus(Duration.ofHours(hours)))).isFalse();
    assertThat(Overdue.is(operation, BEGAN.plus(Duration.ofHours(hours)).plusSeconds(1))).isTrue();
  }

  private static UnderWay operation(
      String status, String plan, Optional<DescribeExecutionResponse> execution) {
    var row =
        "{\"operation_id\": \"drill-1\", \"status\": \"%s\", \"started_at\": \"%s\"%s}"
            .formatted(status, BEGAN, plan);
    return new UnderWay(Given.read(OperationRow.class, row), execution);
  }
}
