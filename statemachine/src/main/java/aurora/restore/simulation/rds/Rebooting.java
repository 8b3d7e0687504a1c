package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceResponse;

/** An instance is started anew, by hand. Its cluster stays available meanwhile. */
final class Rebooting {
  private static final Duration REBOOT = Duration.ofMinutes(2);

  private final RdsState cloud;

  Rebooting(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service.on("RebootDBInstance", RebootDbInstanceRequest::builder, this::reboot);
  }

  private RebootDbInstanceResponse reboot(Caller caller, RebootDbInstanceRequest request) {
    Members.of(request).modelled(Set.of("DBInstanceIdentifier")).required("DBInstanceIdentifier");
    var region = cloud.region(caller);
    var now = cloud.now();
    var instance = region.availableInstance(request.dbInstanceIdentifier(), now);
    instance.turns("rebooting", REBOOT, Instance.AVAILABLE, now);
    return RebootDbInstanceResponse.builder().dbInstance(region.view(instance, now)).build();
  }
}
