package aurora.restore.operation;

/** Commands of the AWS CLI for Step Functions, as messages have them: to be pasted as they are. */
public final class StatesCommand {
  private static final String RESTORE = "restore";
  private static final String CLEAN_UP = "clean-up";

  private StatesCommand() {}

  /**
   * @param input as a shell reads it: quoted, or {@code file://} and a name
   */
  public static String start(String machineArn, String input) {
    return "aws stepfunctions start-execution --region "
        + new Arn(machineArn).region()
        + " --state-machine-arn "
        + machineArn
        + " --input "
        + input;
  }

  public static String redrive(String executionArn) {
    return of("redrive-execution", executionArn);
  }

  public static String stop(String executionArn) {
    return of("stop-execution", executionArn);
  }

  public static String describe(String executionArn) {
    return of("describe-execution", executionArn);
  }

  /**
   * Cleans up what an operation has made.
   *
   * @param executionArn an execution of the restore or the clean-up, in the same deployment
   * @param input of the clean-up, as JSON
   */
  public static String cleanUp(String executionArn, String input) {
    return start(cleanUpMachine(executionArn), quoted(input));
  }

  /** For a POSIX shell: within single quotes nothing but a single quote needs care. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A deployment's machines differ in the last word of their names. */
  private static String cleanUpMachine(String executionArn) {
    var machine =
        executionArn
            .substring(0, executionArn.lastIndexOf(':'))
            .replaceFirst(":execution:", ":stateMachine:");
    return machine.endsWith(CLEAN_UP)
        ? machine
        : machine.substring(0, machine.length() - RESTORE.length()) + CLEAN_UP;
  }

  private static String of(String command, String executionArn) {
    return "aws stepfunctions "
        + command
        + " --region "
        + new Arn(executionArn).region()
        + " --execution-arn "
        + executionArn;
  }
}
