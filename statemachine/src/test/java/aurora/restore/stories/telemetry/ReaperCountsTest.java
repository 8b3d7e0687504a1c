package aurora.restore.stories.telemetry;

import static aurora.restore.stories.telemetry.Watched.DRILL;
import static aurora.restore.stories.telemetry.Watched.input;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.operation.OperationStatus;
import aurora.restore.telemetry.Metric;
import aurora.restore.world.InvocationFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class ReaperCountsTest {
  /** All waits of the input's restore as long as they may be, and an hour's slack. */
  private static final Duration LONGEST = Duration.ofHours(24 + 6 + 2 + 2 + 6 + 2 + 1);

  private static void assertCounted(Watched watched, int running, int overdue) {
    assertThat(watched.measured(Metric.RUNNING).getLast().get("OperationsRunning").asInt())
        .isEqualTo(running);
    assertThat(watched.measured(Metric.OVERDUE).getLast().get("OperationsOverdue").asInt())
        .isEqualTo(overdue);
  }

  private static void letPass(Watched watched, Duration time) {
    watched.world().runUntil(watched.world().now().plus(time));
  }

  @Test
  void everyCallCountsAndZeroIsACountToo() {
    try (var watched = Watched.of(input())) {
      watched.world().reap();
      watched.world().reap();

      assertThat(watched.measured(Metric.RUNNING)).hasSize(2);
      assertThat(watched.measured(Metric.OVERDUE)).hasSize(2);
      assertCounted(watched, 0, 0);
    }
  }

  @Test
  void whatRunsInItsTimeIsRunningAndNotOverdue() {
    try (var watched = Watched.of(input())) {
      var run = watched.world().start(DRILL, input());
      letPass(watched, Duration.ofMinutes(10));

      assertThat(watched.world().reap().running()).containsExactly(DRILL);
      assertCounted(watched, 1, 0);

      watched.world().run(run);
      watched.world().reap();
      assertCounted(watched, 0, 0);
    }
  }

  @Test
  void whatEndedUnseenAndCannotBeReportedIsOverdueAfterAllItsDeadlines() {
    try (var watched = Watched.of(input())) {
      var world = watched.world();
      world.deliverEventsAfter();
      world.invocationFaults().add(new Broken("DescribeFailure"));
      var run = world.start(DRILL, input());
      letPass(watched, Duration.ofMinutes(10));
      world.engine().stop(run.execution().arn(), "Drill", "stopped");

      letPass(watched, LONGEST.minusMinutes(20));
      assertThat(world.reap().overdue()).isEmpty();
      letPass(watched, Duration.ofMinutes(20));

      assertThat(world.reap().overdue()).containsExactly(DRILL);
      assertCounted(watched, 0, 1);
    }
  }

  @Test
  void aRedriveBeginsTheDeadlinesAnew() {
    try (var watched = Watched.of(input(), "copy-fails")) {
      var run = watched.restore();
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      letPass(watched, LONGEST.plusHours(3));
      watched.world().redrive(run);
      letPass(watched, Duration.ofMinutes(10));
      assertThat(run.execution().status()).isEqualTo(ExecutionStatus.RUNNING);

      var report = watched.world().reap();

      assertThat(report.running()).containsExactly(DRILL);
      assertThat(report.overdue()).isEmpty();
    }
  }

  @Test
  void anOperationWithoutAPlanHasTheDeadlinesOfOneThatNamesNone() {
    try (var watched = Watched.of(input())) {
      var now = watched.world().now();
      watched.put("long-ago", OperationStatus.RUNNING, now.minus(LONGEST).minusSeconds(1));
      watched.put("lately", OperationStatus.RUNNING, now.minus(LONGEST).plusSeconds(60));

      assertThat(watched.world().reap().overdue()).containsExactly("long-ago");
    }
  }

  /** A function that fails whenever it is called. */
  private record Broken(String broken) implements InvocationFault {
    @Override
    public Optional<Failed> before(String function, JsonNode payload) {
      return function.equals(broken)
          ? Optional.of(new Failed("java.lang.NoClassDefFoundError", "{\"errorMessage\":\"x\"}"))
          : Optional.empty();
    }
  }
}
