package aurora.restore.stories.preflight;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** Notes the calls of Plan Restore, and denies it those that a story wants denied. */
final class Calls implements Faults {
  private final Set<String> denied = new HashSet<>();
  private final List<String> made = new ArrayList<>();

  /**
   * @param actions as IAM names them, e.g. {@code rds:DescribeDBClusters}
   */
  Calls denying(String... actions) {
    denied.addAll(Set.of(actions));
    return this;
  }

  List<String> made() {
    return made;
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (!caller.function().equals("PlanRestore")) {
      return;
    }
    var action = service + ":" + operation;
    made.add(action);
    if (denied.contains(action)) {
      throw switch (service) {
        case "ec2" -> denial("UnauthorizedOperation", 403, action);
        case "kms" -> denial("AccessDeniedException", 400, action);
        case String _ -> denial("AccessDenied", 403, action);
      };
    }
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {}

  private static AwsError denial(String code, int status, String action) {
    return new AwsError(
        code,
        status,
        "not authorized to perform: "
            + action
            + " because no identity-based policy allows the action");
  }
}
