package aurora.restore.notify;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Failure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureMailTest {
  private static final String RUNBOOK = "https://wiki.example.com/restore/runbook";
  private static final Instant STARTED = Instant.parse("2026-11-23T03:00:00Z");

  @Test
  void linksToTheHeadingOfTheErrorWhereTheDeploymentSaysTheRunbookIs() {
    assertThat(mailed("CopyFailed")).contains("\nRunbook: " + RUNBOOK + "#copyfailed\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"States.Timeout", "TimedOut", "Aborted", "Unknown"})
  void linksToTheHeadingThatErrorsOfStepFunctionsShare(String error) {
    assertThat(mailed(error)).contains("\nRunbook: " + RUNBOOK + "#handling-failures\n");
  }

  private static String mailed(String error) {
    var execution = "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1";
    var failure =
        new Failure(
            "drill-1",
            execution,
            "restore",
            "FAILED",
            "Wait For Copy",
            error,
            "The copy failed.",
            "look, then redrive",
            "aws stepfunctions redrive-execution --execution-arn " + execution,
            "https://console.aws.amazon.com/states",
            null,
            STARTED,
            STARTED.plusSeconds(60),
            0,
            false,
            false,
            "clean-up-drill-1");
    return new FailureMail(failure, true, null, null, null, RUNBOOK, null).written().body();
  }
}
