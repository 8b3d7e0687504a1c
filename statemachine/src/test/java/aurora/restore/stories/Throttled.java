package aurora.restore.stories;

import aurora.restore.fault.Answers;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.SdkPojo;

/** RDS refuses one function, as one that asks too often, for so long from its first call on. */
final class Throttled implements Faults {
  private final World world;
  private final HandlerFunction function;
  private final Duration length;
  private Instant end;

  Throttled(World world, HandlerFunction function, Duration length) {
    this.world = world;
    this.function = function;
    this.length = length;
  }

  /** When it answers again. */
  Instant end() {
    return end;
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (!service.equals("rds") || !caller.function().equals(function.placeholder())) {
      return;
    }
    if (end == null) {
      end = world.now().plus(length);
    }
    if (world.now().isBefore(end)) {
      throw Answers.throttled(service);
    }
  }
}
