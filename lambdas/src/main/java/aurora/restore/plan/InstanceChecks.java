package aurora.restore.plan;

import static aurora.restore.plan.InputKey.INSTANCE_CLASS;
import static aurora.restore.plan.InputKey.MAX_CAPACITY;
import static aurora.restore.plan.InputKey.MIN_CAPACITY;
import static aurora.restore.plan.InputKey.SUBNET_IDS;

import aurora.restore.operation.Capacity;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.ServerlessV2FeaturesSupport;

/** The instances' class, and what they scale between where they are serverless. */
final class InstanceChecks {
  private final RestoreRequest request;
  private final PreflightFindings findings;

  InstanceChecks(RestoreRequest request, PreflightFindings findings) {
    this.request = request;
    this.findings = findings;
  }

  /**
   * @param subnetZones empty where they aren't known
   */
  void check(String instanceClass, Orderable orderable, Set<String> subnetZones) {
    var offered = orderable.zones(instanceClass);
    if (offered.isEmpty()) {
      return;
    }
    if (offered.get().isEmpty()) {
      findings.stop(
          INSTANCE_CLASS,
          instanceClass
              + " can't be ordered in "
              + request.targetRegion()
              + " for the engine's version",
          "name another, or another engine_version");
      return;
    }
    if (!subnetZones.isEmpty()) {
      zones(instanceClass, offered.get(), subnetZones);
    }
  }

  /** The writer needs one zone; AWS chooses among those that have the class. */
  private void zones(String instanceClass, Set<String> offered, Set<String> subnetZones) {
    var without = new TreeSet<>(subnetZones);
    without.removeAll(offered);
    if (without.containsAll(subnetZones)) {
      findings.stop(
          INSTANCE_CLASS,
          instanceClass
              + " can be had in "
              + String.join(", ", offered)
              + " alone, and subnet_ids are in "
              + String.join(", ", subnetZones),
          "name another class, or " + SUBNET_IDS.key() + " in those zones");
    } else if (!without.isEmpty()) {
      findings.warn(
          instanceClass
              + " can't be had in "
              + String.join(", ", without)
              + ": all instances will be in the other zones of subnet_ids");
    }
  }

  /** Capacities by what the version supports (RDS API Reference, ServerlessV2FeaturesSupport). */
  void capacity(Capacity capacity, EngineOffer offer) {
    if (capacity == null || offer.version().isEmpty()) {
      return;
    }
    var version = offer.version().get();
    var support = Optional.ofNullable(version.serverlessV2FeaturesSupport());
    var least = support.map(ServerlessV2FeaturesSupport::minCapacity);
    var most = support.map(ServerlessV2FeaturesSupport::maxCapacity);
    if (least.isEmpty() || most.isEmpty()) {
      findings.warn(
          "RDS didn't tell the capacities of " + name(version) + ": they weren't checked");
    }
    least
        .filter(it -> capacity.min() < it)
        .ifPresent(
            it ->
                findings.stop(
                    MIN_CAPACITY,
                    capacity.min() + " is below the least that " + name(version) + " has, " + it,
                    "raise it to " + it + ", or name a later engine_version"));
    most.filter(it -> capacity.max() > it)
        .ifPresent(
            it ->
                findings.stop(
                    MAX_CAPACITY,
                    capacity.max() + " is above the most that " + name(version) + " has, " + it,
                    "lower it to " + it + ", or name a later engine_version"));
  }

  private static String name(DBEngineVersion version) {
    return version.engine() + " " + version.engineVersion();
  }
}
