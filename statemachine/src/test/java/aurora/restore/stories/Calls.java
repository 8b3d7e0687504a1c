package aurora.restore.stories;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;

/** Writes down what AWS is asked, and denies Plan Restore what a story wants denied. */
public final class Calls implements Faults {
  private static final String PLANNER = "PlanRestore";

  private record Call(Caller caller, String service, String operation, SdkPojo request) {
    boolean makesOrChanges() {
      return operation.matches("(Copy|Create|Restore|Modify|Delete|Add|Remove|Enable).*");
    }
  }

  private final List<Call> calls = new ArrayList<>();
  private final List<String> effects = new ArrayList<>();
  private final Set<String> denied = new HashSet<>();

  /**
   * @param actions as IAM names them, e.g. {@code rds:DescribeDBClusters}
   */
  public Calls denying(String... actions) {
    denied.addAll(Set.of(actions));
    return this;
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    calls.add(new Call(caller, service, operation, request));
    var action = service + ":" + operation;
    if (caller.function().equals(PLANNER) && denied.contains(action)) {
      throw switch (service) {
        case "ec2" -> denial("UnauthorizedOperation", 403, action);
        case "kms" -> denial("AccessDeniedException", 400, action);
        case String _ -> denial("AccessDenied", 403, action);
      };
    }
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    effects.add(operation);
  }

  private static AwsError denial(String code, int status, String action) {
    var why = " because no identity-based policy allows the action";
    return new AwsError(code, status, "not authorized to perform: " + action + why);
  }

  /** The requests of a kind, in order. */
  public <T extends SdkPojo> List<T> of(Class<T> kind) {
    return calls.stream().map(Call::request).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How often an operation was called. */
  public long count(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).count();
  }

  /** What Plan Restore asked for, as IAM names it. */
  public List<String> planning() {
    return calls.stream()
        .filter(call -> call.caller().function().equals(PLANNER))
        .map(call -> call.service() + ":" + call.operation())
        .toList();
  }

  /** Calls that make or change something, DynamoDB's and SNS's aside. */
  public List<String> changes() {
    return calls.stream().filter(Call::makesOrChanges).map(Call::operation).toList();
  }

  /** Deletions that a function of the pipeline asked for, in order: function and operation. */
  public List<String> deletions() {
    return calls.stream()
        .filter(call -> call.operation().matches("Delete(DB|Cluster).*"))
        .filter(call -> !call.caller().function().isEmpty())
        .map(call -> call.caller().function() + " " + call.operation())
        .toList();
  }

  /** The operations that took effect, in order. */
  public List<String> effects(Predicate<String> which) {
    return effects.stream().filter(which).toList();
  }
}
