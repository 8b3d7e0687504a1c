package aurora.restore.world;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** What goes wrong with the calls of a world: faults come and go while it runs. */
public final class CallFaults implements Faults {
  private final List<Faults> standing = new ArrayList<>();

  /** From now on, this goes wrong too. */
  public void add(Faults faults) {
    standing.add(faults);
  }

  /** From now on, this goes wrong no more. */
  public void remove(Faults faults) {
    standing.remove(faults);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    List.copyOf(standing).forEach(faults -> faults.before(caller, service, operation, request));
  }

  @Override
  public boolean answers(Caller caller, String service) {
    return List.copyOf(standing).stream().allMatch(faults -> faults.answers(caller, service));
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    List.copyOf(standing).forEach(faults -> faults.after(caller, service, operation, request));
  }
}
