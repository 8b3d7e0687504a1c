package aurora.restore.emulator;

import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.error.OperationInProgress;
import aurora.restore.error.TransientFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many claim one operation at once: asks of an emulator that it keeps transactions apart. */
@Tag("isolation")
class RaceTest {
  private static final int ROUNDS = 10;
  private static final int RUNNERS = 4;

  /** Each loses at most once to each of the others, were it not for an emulator's own reasons. */
  private static final int MOST_ATTEMPTS = 20;

  @Test
  void ofManyExecutionsThatClaimAtOnceOneHoldsTheOperation() throws InterruptedException {
    try (var stage = Stage.named("race");
        var recording = Recording.start()) {
      var run = recording.restore("race", Recording.input());
      for (var round = 1; round <= ROUNDS; round++) {
        var operation = "race-" + round;
        var claims =
            IntStream.rangeClosed(1, RUNNERS)
                .mapToObj(n -> claim(recording.handed("Record Started", run), operation, n))
                .toList();
        var outcomes = allAtOnce(claims, stage);

        assertThat(outcomes).filteredOn(Outcome.Answered.class::isInstance).hasSize(1);
        var winner = winner(claims, outcomes);
        assertThat(outcomes)
            .filteredOn(Outcome.Failed.class::isInstance)
            .allSatisfy(outcome -> assertRefused((Outcome.Failed) outcome, winner));
        assertThat(stage.tables().state(operation).orElseThrow().get("execution_arn"))
            .isEqualTo(winner);
        assertThat(stage.tables().audit(operation))
            .singleElement()
            .satisfies(row -> assertThat(row.get("execution_arn")).isEqualTo(winner));
      }
    }
  }

  /** Of an execution of its own, in the same millisecond as all others. */
  private static ObjectNode claim(ObjectNode payload, String operation, int number) {
    payload.withObject("/plan").put("operation_id", operation);
    var execution = payload.withObject("/execution");
    execution.put("Id", execution.get("Id").asText() + "-" + number);
    return payload;
  }

  private static JsonNode winner(List<ObjectNode> claims, List<Outcome> outcomes) {
    var answered =
        IntStream.range(0, outcomes.size())
            .filter(n -> outcomes.get(n) instanceof Outcome.Answered)
            .findFirst()
            .orElseThrow();
    return claims.get(answered).at("/execution/Id");
  }

  private static void assertRefused(Outcome.Failed failed, JsonNode winner) {
    assertThat(failed.error()).isEqualTo(OperationInProgress.class.getName());
    assertThat(failed.cause()).contains(winner.asText());
  }

  private static List<Outcome> allAtOnce(List<ObjectNode> claims, Stage stage)
      throws InterruptedException {
    var start = new CyclicBarrier(claims.size());
    try (var threads = Executors.newFixedThreadPool(claims.size())) {
      var calls =
          claims.stream()
              .<Callable<Outcome>>map(
                  claim ->
                      () -> {
                        start.await();
                        return decided(stage, claim);
                      })
              .toList();
      return threads.invokeAll(calls).stream().map(RaceTest::outcome).toList();
    }
  }

  /** Asks as the state machine does: DynamoDB may cancel a transaction in favour of another. */
  private static Outcome decided(Stage stage, JsonNode claim) {
    var outcome = stage.call(RECORD_AUDIT, claim);
    for (var attempt = 1; attempt < MOST_ATTEMPTS && isTransient(outcome); attempt++) {
      outcome = stage.call(RECORD_AUDIT, claim);
    }
    return outcome;
  }

  private static boolean isTransient(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        && failed.error().equals(TransientFailure.class.getName());
  }

  private static Outcome outcome(Future<Outcome> call) {
    try {
      return call.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a claim broke off", e);
    }
  }
}
