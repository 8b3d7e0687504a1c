package aurora.restore.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Follows an execution to its end: its steps by its history, what is told by the trail. */
final class Follower {
  private record News(Instant at, Runnable shown) {}

  private final Executions executions;
  private final Ledger ledger;
  private final Pause pause;
  private final WatchView view;
  private final Steps steps = new Steps();
  private final Set<String> told = new HashSet<>();
  private long seen;

  Follower(Executions executions, Ledger ledger, Pause pause, WatchView view) {
    this.executions = executions;
    this.ledger = ledger;
    this.pause = pause;
    this.view = view;
  }

  /** Answers the execution as it ended. */
  DescribeExecutionResponse follow(String executionArn, String operationId) {
    while (true) {
      // Asked first: what happened before its end is in the history that is read afterwards.
      var execution = executions.get(executionArn);
      look(executionArn, operationId);
      if (execution.status() != ExecutionStatus.RUNNING) {
        view.ended(execution);
        return execution;
      }
      rest();
    }
  }

  /** What is in the history by now isn't shown: it happened before a redrive. */
  Follower passingOver(String executionArn, String operationId) {
    for (var event : executions.history(executionArn)) {
      seen = event.id();
      steps.after(event);
    }
    ledger.trail(operationId).forEach(row -> told.add(row.path("entry").asText()));
    return this;
  }

  /** Shows what is new, in the order in which it happened. */
  private void look(String executionArn, String operationId) {
    var news = new ArrayList<News>();
    for (var event : executions.history(executionArn)) {
      if (event.id() > seen) {
        seen = event.id();
        steps
            .after(event)
            .ifPresent(
                step ->
                    news.add(
                        new News(event.timestamp(), () -> view.step(event.timestamp(), step))));
      }
    }
    for (var row : ledger.trail(operationId)) {
      if (row.path("execution_arn").asText().equals(executionArn)
          && told.add(row.path("entry").asText())) {
        var at = Instant.parse(row.path("at").asText());
        news.add(new News(at, () -> view.milestone(at, row.path("event").asText())));
      }
    }
    news.sort(Comparator.comparing(News::at));
    news.forEach(it -> it.shown().run());
  }

  private void rest() {
    try {
      pause.pass();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("no longer watched; the execution goes on");
    }
  }
}
