package aurora.restore.world;

import aurora.restore.simulation.Caller;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Who may call what. Where one is bound while a world is made, each of the world's calls is put to
 * it before anything else happens to the call; where none is bound, everybody may do everything.
 */
public interface Authorization {
  ScopedValue<Authorization> IN_FORCE = ScopedValue.newInstance();

  /**
   * @param world what the call is about to be made in
   * @param service the name that requests are signed for, e.g. {@code rds}
   * @throws aurora.restore.simulation.AwsError as the service refuses whom nothing allows it
   */
  void require(World world, Caller caller, String service, String operation, SdkPojo request);
}
