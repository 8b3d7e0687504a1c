package aurora.restore.engine;

import aurora.restore.asl.Catcher;
import aurora.restore.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Calls a resource, which may take virtual time, and goes on when it has answered. What fails is
 * retried, then caught, then left to the branch.
 */
final class TaskVisit extends Visit {
  private static final long MOST_SECONDS = 99_999_999;

  /** One call, and whether it took longer than it may. */
  private static final class Attempt {
    private Instant deadline;
    private boolean overran;
  }

  private final State.Task task;
  private final Connectors.Resource resource;
  private Retries retries;

  TaskVisit(Branch branch, State.Task task, JsonNode input) {
    super(branch, input);
    this.task = task;
    this.resource = Connectors.resource(task.resource());
    this.retries = new Retries(task.retry(), process().random());
  }

  @Override
  State.Task state() {
    return task;
  }

  @Override
  HistoryEventType enteredType() {
    return HistoryEventType.TASK_STATE_ENTERED;
  }

  @Override
  HistoryEventType exitedType() {
    return HistoryEventType.TASK_STATE_EXITED;
  }

  /** Calls again; retries are counted anew. */
  @Override
  void redrive() {
    retries = new Retries(task.retry(), process().random());
    run();
  }

  @Override
  void run() {
    var bindings = bindings();
    var arguments =
        task.arguments() == null
            ? JsonNodeFactory.instance.objectNode()
            : Payload.checked(evaluate(task.arguments(), "Arguments", bindings), "Arguments");
    var timeoutSeconds =
        task.timeoutSeconds() == null
            ? null
            : WholeNumber.number(
                evaluate(task.timeoutSeconds(), "TimeoutSeconds", bindings),
                "TimeoutSeconds",
                1,
                MOST_SECONDS);
    recordScheduled(arguments, timeoutSeconds);
    var attempt = new Attempt();
    if (timeoutSeconds != null) {
      attempt.deadline = process().now().plusSeconds(timeoutSeconds);
      // Set before the call, since what the call spends can't be given back afterwards.
      branch().later(attempt.deadline, () -> timedOut(attempt));
    }
    var outcome = process().connectors().call(resource, arguments);
    var finished = process().now();
    attempt.overran = attempt.deadline != null && finished.isAfter(attempt.deadline);
    if (!attempt.overran) {
      branch().later(finished, () -> completed(outcome));
    }
  }

  private void completed(TaskRunner.Outcome outcome) {
    switch (outcome) {
      case TaskRunner.Outcome.Answered(var result) -> succeeded(result);
      case TaskRunner.Outcome.Failed(var error, var cause) -> {
        branch()
            .record(
                HistoryEventType.TASK_FAILED,
                event ->
                    event.taskFailedEventDetails(
                        details ->
                            details
                                .resourceType(resource.type())
                                .resource(resource.action())
                                .error(error)
                                .cause(cause)));
        throw StateFailure.of(error, cause);
      }
    }
  }

  private void succeeded(JsonNode result) {
    Payload.checked(result, "The result of '" + task.name() + "'");
    branch()
        .record(
            HistoryEventType.TASK_SUCCEEDED,
            event ->
                event.taskSucceededEventDetails(
                    details ->
                        details
                            .resourceType(resource.type())
                            .resource(resource.action())
                            .output(result.toString())
                            .outputDetails(data -> data.truncated(false))));
    leave(task.assign(), task.output(), result, bindings().with("result", result), task.next());
  }

  private void timedOut(Attempt attempt) {
    if (!attempt.overran) {
      return; // The call was answered in time.
    }
    branch()
        .record(
            HistoryEventType.TASK_TIMED_OUT,
            event ->
                event.taskTimedOutEventDetails(
                    details ->
                        details
                            .resourceType(resource.type())
                            .resource(resource.action())
                            .error(StateFailure.TIMEOUT)));
    throw StateFailure.of(StateFailure.TIMEOUT, null);
  }

  private void recordScheduled(JsonNode arguments, Long timeoutSeconds) {
    branch()
        .record(
            HistoryEventType.TASK_SCHEDULED,
            event ->
                event.taskScheduledEventDetails(
                    details ->
                        details
                            .resourceType(resource.type())
                            .resource(resource.action())
                            .region(process().region())
                            .parameters(arguments.toString())
                            .timeoutInSeconds(timeoutSeconds)));
    branch()
        .record(
            HistoryEventType.TASK_STARTED,
            event ->
                event.taskStartedEventDetails(
                    details -> details.resourceType(resource.type()).resource(resource.action())));
  }

  @Override
  int retryCount() {
    return retries.count();
  }

  @Override
  void failed(StateFailure failure, String origin) {
    recordEvaluation(failure);
    var delay = retries.next(failure.error());
    if (delay.isPresent()) {
      branch().later(process().now().plus(delay.get()), this::run);
      return;
    }
    for (var catcher : task.catchers()) {
      if (Retries.matches(catcher.errorEquals(), failure.error())) {
        rescue(catcher, failure);
        return;
      }
    }
    branch().fail(failure, origin);
  }

  private void rescue(Catcher catcher, StateFailure failure) {
    var errorOutput = JsonNodeFactory.instance.objectNode();
    errorOutput.put("Error", failure.error());
    errorOutput.put("Cause", failure.cause());
    try {
      leave(
          catcher.assign(),
          catcher.output(),
          errorOutput,
          bindings().with("errorOutput", errorOutput),
          catcher.next());
    } catch (StateFailure again) {
      // Nothing catches what goes wrong in a catcher.
      recordEvaluation(again);
      branch().fail(again, state().name());
    }
  }
}
