package aurora.restore.engine;

import aurora.restore.asl.StateMachine;
import aurora.restore.time.VirtualTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Runs one execution, from its start to its end and, redriven, on from there. */
final class ExecutionProcess implements Branch.Owner {
  /** What all executions of an engine share. */
  record Surroundings(
      VirtualTime time,
      RandomGenerator random,
      String region,
      JsonataEvaluator evaluator,
      Connectors connectors,
      Consumer<Execution> statusChanged) {}

  private final Surroundings surroundings;
  private final String machineName;
  private final StateMachine machine;
  private final Execution execution;
  private final Branch root;

  /** How often it has been set running: a time limit counts for one run only. */
  private int run;

  ExecutionProcess(
      Surroundings surroundings, String machineName, StateMachine machine, Execution execution) {
    this.surroundings = surroundings;
    this.machineName = machineName;
    this.machine = machine;
    this.execution = execution;
    this.root = new Branch(this, this, machine.states(), new Scope(null), null);
  }

  void begin() {
    root.record(
        HistoryEventType.EXECUTION_STARTED,
        event ->
            event.executionStartedEventDetails(
                details ->
                    details
                        .input(execution.input().toString())
                        .inputDetails(data -> data.truncated(false))));
    surroundings.statusChanged().accept(execution);
    limitTime();
    root.go(machine.startAt(), execution.input());
  }

  void redrive() {
    var refusal = execution.notRedrivable(now());
    if (refusal != null) {
      throw new RedriveRefused(refusal);
    }
    execution.reopen(now());
    root.record(
        HistoryEventType.EXECUTION_REDRIVEN,
        event ->
            event.executionRedrivenEventDetails(
                details -> details.redriveCount(execution.redriveCount())));
    surroundings.statusChanged().accept(execution);
    limitTime();
    root.redrive(root.lastEvent());
  }

  private void limitTime() {
    int limited = ++run;
    if (machine.timeoutSeconds() != null) {
      time()
          .at(
              now().plusSeconds(machine.timeoutSeconds()),
              () -> {
                if (limited == run && execution.isRunning()) {
                  timeOut();
                }
              });
    }
  }

  private void timeOut() {
    var where = halt();
    root.record(
        HistoryEventType.EXECUTION_TIMED_OUT,
        event ->
            event.executionTimedOutEventDetails(details -> details.error(StateFailure.TIMEOUT)));
    close(ExecutionStatus.TIMED_OUT, StateFailure.TIMEOUT, null, where);
  }

  void stop(String error, String cause) {
    if (!execution.isRunning()) {
      return; // StopExecution of a closed execution answers as if it had stopped it.
    }
    var where = halt();
    root.record(
        HistoryEventType.EXECUTION_ABORTED,
        event -> event.executionAbortedEventDetails(details -> details.error(error).cause(cause)));
    close(ExecutionStatus.ABORTED, error, cause, where);
  }

  void historyIsFull() {
    var where = halt();
    var cause =
        "The execution reached the maximum number of history events (" + History.MOST_EVENTS + ").";
    recordFailed(StateFailure.RUNTIME, cause);
    close(ExecutionStatus.FAILED, StateFailure.RUNTIME, cause, where);
  }

  /** Stops whatever is at work, and says where that was. */
  private String halt() {
    var where = root.where();
    try {
      root.abort();
    } catch (HistoryFull full) {
      // The one event that still fits is kept for the execution's end.
    }
    return where;
  }

  @Override
  public void ended(Branch branch, JsonNode output) {
    root.record(
        HistoryEventType.EXECUTION_SUCCEEDED,
        event ->
            event.executionSucceededEventDetails(
                details ->
                    details
                        .output(output.toString())
                        .outputDetails(data -> data.truncated(false))));
    execution.succeed(output, now());
    surroundings.statusChanged().accept(execution);
  }

  @Override
  public void failed(Branch branch, StateFailure failure, String origin) {
    recordFailed(failure.error(), failure.cause());
    close(ExecutionStatus.FAILED, failure.error(), failure.cause(), origin);
  }

  private void recordFailed(String error, String cause) {
    root.record(
        HistoryEventType.EXECUTION_FAILED,
        event -> event.executionFailedEventDetails(details -> details.error(error).cause(cause)));
  }

  private void close(ExecutionStatus status, String error, String cause, String where) {
    execution.close(status, error, cause, where, now());
    surroundings.statusChanged().accept(execution);
  }

  Execution execution() {
    return execution;
  }

  String machineName() {
    return machineName;
  }

  String region() {
    return surroundings.region();
  }

  VirtualTime time() {
    return surroundings.time();
  }

  Instant now() {
    return surroundings.time().instant();
  }

  RandomGenerator random() {
    return surroundings.random();
  }

  JsonataEvaluator evaluator() {
    return surroundings.evaluator();
  }

  Connectors connectors() {
    return surroundings.connectors();
  }
}
