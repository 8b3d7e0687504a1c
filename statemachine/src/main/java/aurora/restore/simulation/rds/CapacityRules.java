package aurora.restore.simulation.rds;

import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;

/**
 * The range that Serverless instances scale in (Amazon Aurora User Guide, Aurora Serverless v2).
 */
final class CapacityRules {
  private static final int DEFAULT_PAUSE_SECONDS = 300;
  private static final int MAX_PAUSE_SECONDS = 86_400;

  private CapacityRules() {}

  /**
   * @param asked null for a cluster without Serverless instances
   * @return null where nothing was asked
   */
  static Cluster.Scaling accept(ServerlessV2ScalingConfiguration asked, EngineVersion version) {
    if (asked == null) {
      return null;
    }
    if (asked.minCapacity() == null || asked.maxCapacity() == null) {
      throw Refusal.invalidCombination(
          "A ServerlessV2ScalingConfiguration needs MinCapacity and MaxCapacity");
    }
    double min = asked.minCapacity();
    double max = asked.maxCapacity();
    requireHalfSteps(min);
    requireHalfSteps(max);
    if (min < version.minCapacityAcu() || max > version.maxCapacityAcu() || max < 1 || min > max) {
      throw Refusal.invalidValue(
          "The Serverless v2 capacity range %s to %s ACUs isn't valid: %s %s allows %s to %s"
              .formatted(
                  min,
                  max,
                  version.engine().wireName,
                  version.version(),
                  version.minCapacityAcu(),
                  version.maxCapacityAcu()));
    }
    return new Cluster.Scaling(min, max, pause(asked.secondsUntilAutoPause(), min));
  }

  private static Integer pause(Integer asked, double min) {
    if (asked == null) {
      return min == 0 ? DEFAULT_PAUSE_SECONDS : null;
    }
    if (min > 0) {
      throw Refusal.invalidCombination("SecondsUntilAutoPause is valid with MinCapacity 0 only");
    }
    if (asked < DEFAULT_PAUSE_SECONDS || asked > MAX_PAUSE_SECONDS) {
      throw Refusal.invalidValue("SecondsUntilAutoPause must be between 300 and 86400: " + asked);
    }
    return asked;
  }

  private static void requireHalfSteps(double acu) {
    if (acu * 2 != Math.rint(acu * 2)) {
      throw Refusal.invalidValue("Serverless v2 capacity goes in half steps, unlike " + acu);
    }
  }
}
