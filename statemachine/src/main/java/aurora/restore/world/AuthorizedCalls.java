package aurora.restore.world;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import software.amazon.awssdk.core.SdkPojo;

/** Puts the calls of a world to who decides about them. */
record AuthorizedCalls(World world, Authorization authorization) implements Faults {
  @Override
  public void before(Caller caller, String service, String operation, SdkPojo request) {
    authorization.require(world, caller, service, operation, request);
  }
}
