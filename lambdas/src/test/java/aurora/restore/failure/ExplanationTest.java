package aurora.restore.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static Explanation of(String status, String error, String cause) {
    return Explanation.of(
        new StatusEvent.Detail("arn", "machine", "drill-1", status, 0, 0, "{}", 0, error, cause));
  }

  private static Explanation failed(String error, String cause) {
    return of("FAILED", error, cause);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, somebody stopped the execution",
        "Drill, -, somebody stopped the execution: Drill",
        "Drill, enough, somebody stopped the execution: Drill (enough)",
        "-, enough, somebody stopped the execution (enough)"
      })
  void abortTellsWhatWhoeverStoppedItSaid(String error, String cause, String message) {
    var explained = of("ABORTED", error, cause);
    assertThat(explained.error()).isEqualTo("Aborted");
    assertThat(explained.message()).isEqualTo(message);
  }

  @Test
  void timeLimitIsTheMachines() {
    assertThat(of("TIMED_OUT", null, null).error()).isEqualTo("TimedOut");
  }

  @Test
  void handlersErrorIsTakenApart() {
    var cause = "{\"errorMessage\":\"copy a: broke. Remedy: mend it.\"}";
    assertThat(failed("aurora.restore.error.CopyFailed", cause))
        .isEqualTo(new Explanation("CopyFailed", "copy a: broke.", "mend it."));
  }

  @Test
  void handlersErrorMayBeNothingButItsRemedy() {
    assertThat(failed("aurora.restore.error.CopyFailed", " Remedy: mend it."))
        .isEqualTo(new Explanation("CopyFailed", "", "mend it."));
  }

  @Test
  void handlersErrorWithoutARemedyIsToldWhole() {
    var explained = failed("aurora.restore.error.CopyFailed", "broke");
    assertThat(explained.message()).isEqualTo("broke");
    assertThat(explained.remedy()).startsWith("look at the execution's last events");
  }

  @ParameterizedTest
  @CsvSource({
    "Lambda.TooManyRequestsException, see the function's log; redrive",
    "Sandbox.Timedout, see the function's log; redrive",
    "States.Timeout, see the function's log for why it took so long",
    "States.Runtime, the definition has a defect",
    "States.NoChoiceMatched, the definition has a defect",
    "States.QueryEvaluationError, the definition has a defect",
    "States.DataLimitExceeded, the data outgrew",
    "States.Permissions, look at the execution's last events"
  })
  void whatStepFunctionsSaysHasARemedyOfOurs(String error, String remedy) {
    assertThat(failed(error, "why").remedy()).startsWith(remedy);
    assertThat(failed(error, "why").message()).isEqualTo("why");
  }

  @Test
  void fullHistoryCannotBeRedriven() {
    var cause = "The execution reached the maximum number of history events (25000).";
    assertThat(failed("States.Runtime", cause).remedy()).contains("can't be redriven");
  }

  @Test
  void endThatSaysNothingIsUnknown() {
    assertThat(failed(null, null).error()).isEqualTo("Unknown");
    assertThat(failed("Broken", null).message()).isEqualTo("no cause is given");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"errorMessage\":\"it is bro`, it is bro",
        "`{\"errorMessage\":\"say \\\"no\\\" and \\u00`, say \"no\" and ",
        "a sentence, a sentence",
        "`{\"other\":1}`, `{\"other\":1}`"
      })
  void causeThatIsCutOffIsReadAsFarAsItGoes(String cause, String message) {
    assertThat(failed("Broken", cause).message().strip()).isEqualTo(message.strip());
  }
}
