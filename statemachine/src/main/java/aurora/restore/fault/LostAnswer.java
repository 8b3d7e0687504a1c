package aurora.restore.fault;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.world.World;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A call takes effect, but its answer is lost; and the service stays silent to the next ones, so
 * that the SDK's own retries run out and the function has to be invoked again.
 */
public final class LostAnswer implements Faults {
  /** Which calls it is about. */
  @FunctionalInterface
  public interface Which {
    boolean includes(Caller caller, String service, String operation);
  }

  /** The SDK's standard mode calls three times, its legacy mode four. */
  private static final int SILENT_CALLS = 3;

  private final World world;
  private final Which calls;
  private final Runnable struck;
  private boolean lost;
  private int silent = SILENT_CALLS;

  /**
   * @param struck is run as the answer gets lost
   */
  public LostAnswer(World world, Which calls, Runnable struck) {
    this.world = world;
    this.calls = calls;
    this.struck = struck;
  }

  /** Answers what mends it. */
  public Runnable begin() {
    world.callFaults().add(this);
    return () -> world.callFaults().remove(this);
  }

  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    if (lost && silent > 0 && calls.includes(caller, service, operation)) {
      silent--;
      throw Answers.broken(service);
    }
  }

  @Override
  public void after(Caller caller, String service, String operation, SdkPojo request) {
    if (!lost && calls.includes(caller, service, operation)) {
      lost = true;
      struck.run();
      throw Answers.broken(service);
    }
  }
}
