package aurora.restore.edge;

import java.util.Map;

/**
 * The state machines that a function starts or sees to, for the functions that do: read beside
 * {@link Settings}.
 *
 * @param restoreArn the one that restores
 * @param cleanUpArn the one that cleans up
 * @param reportFailureArn the one that reports failures
 */
public record MachineArns(String restoreArn, String cleanUpArn, String reportFailureArn) {
  /** The variables' names: the CDK app sets what this reads. */
  public static final String RESTORE_ARN = "RESTORE_ARN";

  public static final String CLEAN_UP_ARN = "CLEAN_UP_ARN";

  public static final String REPORT_FAILURE_ARN = "REPORT_FAILURE_ARN";

  public static MachineArns ofContainer() {
    return from(System.getenv());
  }

  static MachineArns from(Map<String, String> environment) {
    return new MachineArns(
        required(environment, RESTORE_ARN),
        required(environment, CLEAN_UP_ARN),
        required(environment, REPORT_FAILURE_ARN));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the function's environment has no " + name);
    }
    return value;
  }
}
