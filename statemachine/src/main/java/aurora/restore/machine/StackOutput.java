package aurora.restore.machine;

/** What a deployed stack tells whoever operates it: the names of its outputs. */
public enum StackOutput {
  RESTORE_MACHINE_ARN("RestoreMachineArn"),
  REPORT_FAILURE_MACHINE_ARN("ReportFailureMachineArn"),
  CLEAN_UP_MACHINE_ARN("CleanUpMachineArn"),
  STATE_TABLE_ARN("StateTableArn"),
  AUDIT_TABLE_ARN("AuditTableArn"),
  TOPIC_ARN("TopicArn"),
  DASHBOARD_NAME("DashboardName"),
  START_RESTORE_COMMAND("StartRestoreCommand"),
  START_CLEAN_UP_COMMAND("StartCleanUpCommand");

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
}
