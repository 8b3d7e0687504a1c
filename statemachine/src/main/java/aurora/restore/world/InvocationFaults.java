package aurora.restore.world;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong with the functions of a world: faults come and go while it runs. */
public final class InvocationFaults implements InvocationFault {
  private final List<InvocationFault> standing = new ArrayList<>();

  /** From now on, this goes wrong too. */
  public void add(InvocationFault fault) {
    standing.add(fault);
  }

  /** From now on, this goes wrong no more. */
  public void remove(InvocationFault fault) {
    standing.remove(fault);
  }

  @Override
  public Optional<Failed> before(String function) {
    return List.copyOf(standing).stream().flatMap(it -> it.before(function).stream()).findFirst();
  }

  @Override
  public Optional<Failed> after(String function) {
    return List.copyOf(standing).stream().flatMap(it -> it.after(function).stream()).findFirst();
  }
}
