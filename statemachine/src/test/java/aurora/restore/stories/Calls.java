package aurora.restore.stories;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Writes down what AWS is asked. Nothing goes wrong. */
final class Calls implements Faults {
  private record Call(String operation, SdkPojo request) {}

  private final List<Call> calls = new ArrayList<>();

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    calls.add(new Call(operation, request));
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {}

  /** The requests of a kind, in order. */
  <T extends SdkPojo> List<T> of(Class<T> kind) {
    return calls.stream().map(Call::request).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How often an operation was called. */
  long count(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).count();
  }

  /** Calls that make or change something, DynamoDB's and SNS's aside. */
  List<String> changes() {
    return calls.stream()
        .map(Call::operation)
        .filter(name -> name.matches("(Copy|Create|Restore|Modify|Delete|Add|Remove|Enable).*"))
        .toList();
  }
}
