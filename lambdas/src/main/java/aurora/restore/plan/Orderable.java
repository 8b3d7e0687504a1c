package aurora.restore.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;

/** What can be ordered of an engine's version in a region. Each class is looked up once. */
final class Orderable {
  private final RdsClient rds;
  private final String engine;
  private final String engineVersion;
  private final EngineOffer offer;
  private final PreflightFindings findings;
  private final Map<String, Optional<Set<String>>> known = new HashMap<>();

  /**
   * @param rds of the region
   * @param offer what the region says of the version
   */
  Orderable(
      RdsClient rds,
      String engine,
      String engineVersion,
      EngineOffer offer,
      PreflightFindings findings) {
    this.rds = rds;
    this.engine = engine;
    this.engineVersion = engineVersion;
    this.offer = offer;
    this.findings = findings;
  }

  /**
   * The zones in which instances of a class can be had.
   *
   * @return no zones where the class can't be ordered; empty where that isn't known
   */
  Optional<Set<String>> zones(String instanceClass) {
    if (offer.missing()) {
      return Optional.empty();
    }
    return known.computeIfAbsent(
        instanceClass,
        name ->
            findings.unlessDenied(
                "whether class " + name + " can be ordered wasn't checked", () -> lookedUp(name)));
  }

  private Set<String> lookedUp(String instanceClass) {
    var zones = new TreeSet<String>();
    rds
        .describeOrderableDBInstanceOptionsPaginator(
            query ->
                query.engine(engine).engineVersion(engineVersion).dbInstanceClass(instanceClass))
        .orderableDBInstanceOptions()
        .stream()
        .flatMap(option -> option.availabilityZones().stream())
        .map(AvailabilityZone::name)
        .forEach(zones::add);
    return zones;
  }
}
