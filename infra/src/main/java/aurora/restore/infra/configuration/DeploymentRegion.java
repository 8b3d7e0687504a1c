package aurora.restore.infra.configuration;

import aurora.restore.plan.InputKey;
import java.util.List;
import software.amazon.awscdk.regioninfo.RegionInfo;

/**
 * The region that is deployed into, as far as it is known before a deployment.
 *
 * @param code e.g. {@code us-west-2}, of the commercial partition: the definitions name Step
 *     Functions' own actions in that one, and messages its console
 */
public record DeploymentRegion(String code) {
  private static final String COMMERCIAL = "aws";

  /**
   * @throws ConfigurationRefused where it isn't a commercial region
   */
  public DeploymentRegion {
    var partition = RegionInfo.get(code).getPartition();
    var isNewerThanTheCdk = partition == null;
    if (!isNewerThanTheCdk && !partition.equals(COMMERCIAL)) {
      throw new ConfigurationRefused(
          List.of(
              "it would be deployed into "
                  + code
                  + " of the partition "
                  + partition
                  + ": it must be a commercial region, such as us-west-2"));
    }
  }

  /**
   * The schedules whose restores Plan Restore would refuse, for they are of another region. No more
   * than doubts: whoever only looks at the template may well be elsewhere.
   */
  public List<String> doubts(DeploymentConfiguration configuration) {
    return configuration.schedules().stream()
        .filter(schedule -> !code.equals(target(schedule)))
        .map(
            schedule ->
                "schedules \""
                    + schedule.name()
                    + "\" restores into "
                    + target(schedule)
                    + ", which it can't if this is deployed into "
                    + code
                    + ": set AWS_REGION to the target region")
        .toList();
  }

  private static Object target(ScheduledRestore schedule) {
    return schedule.input().get(InputKey.TARGET_REGION.key());
  }
}
