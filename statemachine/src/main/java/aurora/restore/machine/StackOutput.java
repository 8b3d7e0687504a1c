package aurora.restore.machine;

import java.util.stream.Stream;

/** What a deployed stack tells whoever operates it: the names of its outputs. */
public enum StackOutput {
  RESTORE_MACHINE_ARN("RestoreMachineArn"),
  REPORT_FAILURE_MACHINE_ARN("ReportFailureMachineArn"),
  CLEAN_UP_MACHINE_ARN("CleanUpMachineArn"),
  STATE_TABLE_ARN("StateTableArn"),
  AUDIT_TABLE_ARN("AuditTableArn"),
  FAILURE_REPORT_DEAD_LETTERS_URL("FailureReportDeadLettersUrl"),
  SCHEDULED_CALL_DEAD_LETTERS_URL("ScheduledCallDeadLettersUrl"),
  SCHEDULE_DEAD_LETTERS_URL("ScheduleDeadLettersUrl"),
  TOPIC_ARN("TopicArn"),
  /** Where evidence is signed; a deployment without a key has no such output. */
  EVIDENCE_KEY_ARN("EvidenceKeyArn"),
  DASHBOARD_NAME("DashboardName"),
  START_RESTORE_COMMAND("StartRestoreCommand"),
  START_CLEAN_UP_COMMAND("StartCleanUpCommand");

  private static final String URL = "Url";

  private final String key;

  StackOutput(String key) {
    this.key = key;
  }

  /** As CloudFormation calls it. */
  public String key() {
    return key;
  }

  /** The one that tells a machine's ARN. */
  public static StackOutput of(Machine machine) {
    return switch (machine) {
      case RESTORE -> RESTORE_MACHINE_ARN;
      case REPORT_FAILURE -> REPORT_FAILURE_MACHINE_ARN;
      case CLEAN_UP -> CLEAN_UP_MACHINE_ARN;
    };
  }

  /**
   * The one that tells a queue's URL.
   *
   * @param queue as the stack calls it, e.g. {@code ScheduleDeadLetters}
   */
  public static StackOutput ofQueue(String queue) {
    return Stream.of(values())
        .filter(output -> output.key.equals(queue + URL))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no output tells the URL of " + queue));
  }
}
