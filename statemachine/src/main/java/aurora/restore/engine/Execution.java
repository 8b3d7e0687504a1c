package aurora.restore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One execution, as DescribeExecution and GetExecutionHistory show it. Changes as time goes on. */
public final class Execution {
  /** Limits of the Step Functions API Reference, DescribeExecution. */
  private static final int MOST_ERROR_CHARACTERS = 256;

  private static final int MOST_CAUSE_CHARACTERS = 32_768;
  private static final Duration REDRIVABLE_FOR = Duration.ofDays(14);

  private final String arn;
  private final String name;
  private final String machineArn;
  private final JsonNode input;
  private final Instant startDate;
  private final History history;
  private ExecutionStatus status = ExecutionStatus.RUNNING;
  private JsonNode output;
  private String error;
  private String cause;
  private String failedState;
  private Instant stopDate;
  private int redriveCount;
  private Instant redriveDate;

  Execution(
      String arn,
      String name,
      String machineArn,
      JsonNode input,
      Instant startDate,
      Function<Execution, History> history) {
    this.arn = arn;
    this.name = name;
    this.machineArn = machineArn;
    this.input = input;
    this.startDate = startDate;
    this.history = history.apply(this);
  }

  public String arn() {
    return arn;
  }

  public String name() {
    return name;
  }

  public String machineArn() {
    return machineArn;
  }

  public ExecutionStatus status() {
    return status;
  }

  public JsonNode input() {
    return input;
  }

  /** Null unless the execution succeeded. */
  public JsonNode output() {
    return output;
  }

  /** Null unless the execution failed, timed out or was aborted with an error. */
  public String error() {
    return error;
  }

  public String cause() {
    return cause;
  }

  /**
   * The innermost state at which the execution ended unsuccessfully: the one that failed, or one
   * that was at work when time ran out; null while it runs and when it succeeded.
   */
  public String failedState() {
    return failedState;
  }

  public Instant startDate() {
    return startDate;
  }

  /** Null while the execution runs. */
  public Instant stopDate() {
    return stopDate;
  }

  public int redriveCount() {
    return redriveCount;
  }

  /** Null before the first redrive. */
  public Instant redriveDate() {
    return redriveDate;
  }

  public List<HistoryEvent> history() {
    return history.events();
  }

  History recorder() {
    return history;
  }

  boolean isRunning() {
    return status == ExecutionStatus.RUNNING;
  }

  /** Why a redrive would be refused at {@code now}; null where it would not. */
  String notRedrivable(Instant now) {
    if (isRunning() || status == ExecutionStatus.SUCCEEDED) {
      return "Execution is " + status + " and cannot be redriven";
    }
    if (now.isAfter(stopDate.plus(REDRIVABLE_FOR))) {
      return "Execution was closed more than 14 days ago and cannot be redriven";
    }
    if (history.size() >= History.MOST_EVENTS - 1) {
      return "Execution history event limit exceeded: " + history.size() + " events";
    }
    return null;
  }

  void succeed(JsonNode result, Instant now) {
    status = ExecutionStatus.SUCCEEDED;
    output = result;
    stopDate = now;
  }

  void close(ExecutionStatus outcome, String why, String because, String state, Instant now) {
    status = outcome;
    error = cut(why, MOST_ERROR_CHARACTERS);
    cause = cut(because, MOST_CAUSE_CHARACTERS);
    failedState = state;
    stopDate = now;
  }

  void reopen(Instant now) {
    status = ExecutionStatus.RUNNING;
    error = null;
    cause = null;
    failedState = null;
    stopDate = null;
    redriveCount++;
    redriveDate = now;
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
