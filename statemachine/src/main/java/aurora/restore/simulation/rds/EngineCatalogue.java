package aurora.restore.simulation.rds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What RDS offers in one region: engine versions, the default ones, and classes with their zones.
 */
final class EngineCatalogue {
  private static final List<String> MYSQL_RELEASES =
      List.of(
          "3.04.0", "3.04.1", "3.04.2", "3.04.3", "3.04.4", "3.05.2", "3.06.0", "3.06.1", "3.07.0",
          "3.07.1", "3.08.0", "3.08.1", "3.08.2", "3.09.0", "3.10.0", "3.10.1");
  private static final List<String> POSTGRESQL_VERSIONS =
      List.of(
          "14.9", "14.12", "14.13", "14.15", "14.17", "14.18", "14.19", "15.4", "15.7", "15.8",
          "15.10", "15.12", "15.13", "15.14", "16.1", "16.3", "16.4", "16.6", "16.8", "16.9",
          "16.10", "17.4", "17.5", "17.6");
  private static final List<String> MEMORY_FAMILIES = List.of("r5", "r6g", "r6i", "r7g", "r8g");
  private static final List<String> MEMORY_SIZES =
      List.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");

  private final TreeSet<EngineVersion> versions = new TreeSet<>();
  private final Map<AuroraEngine, String> defaults = new EnumMap<>(AuroraEngine.class);
  private final TreeSet<EngineVersion> deprecated = new TreeSet<>();
  private final Map<EngineVersion, Set<EngineVersion>> blockedUpgrades = new TreeMap<>();
  private final Map<String, List<String>> zonesByClass = new TreeMap<>();

  /** Everything, in all of these zones. */
  EngineCatalogue(List<String> zones) {
    for (var release : MYSQL_RELEASES) {
      versions.add(new EngineVersion(AuroraEngine.AURORA_MYSQL, "8.0.mysql_aurora." + release));
    }
    for (var version : POSTGRESQL_VERSIONS) {
      versions.add(new EngineVersion(AuroraEngine.AURORA_POSTGRESQL, version));
    }
    defaults.put(AuroraEngine.AURORA_MYSQL, "8.0.mysql_aurora.3.08.2");
    defaults.put(AuroraEngine.AURORA_POSTGRESQL, "16.8");
    for (var family : MEMORY_FAMILIES) {
      for (var size : MEMORY_SIZES) {
        zonesByClass.put("db." + family + "." + size, zones);
      }
    }
    for (var burstable : List.of("db.t3.medium", "db.t3.large", "db.t4g.medium", "db.t4g.large")) {
      zonesByClass.put(burstable, zones);
    }
    zonesByClass.put("db.serverless", zones);
  }

  void offer(EngineVersion version) {
    versions.add(version);
  }

  void withdraw(EngineVersion version) {
    if (!versions.remove(version)) {
      throw new IllegalArgumentException(version.version() + " isn't offered anyway");
    }
    if (version.version().equals(defaults.get(version.engine()))) {
      // A region always has a default: the newest of what is left.
      versions(version.engine()).stream()
          .reduce((older, newer) -> newer)
          .ifPresent(newest -> defaults.put(version.engine(), newest.version()));
    }
  }

  /** Still there, but shown to those alone who ask for all versions. */
  void deprecate(EngineVersion version) {
    versions.add(version);
    deprecated.add(version);
  }

  boolean isDeprecated(EngineVersion version) {
    return deprecated.contains(version);
  }

  /** There is no way from the one to the other, although it is higher. */
  void blockUpgrade(EngineVersion from, EngineVersion to) {
    blockedUpgrades.computeIfAbsent(from, version -> new TreeSet<>()).add(to);
  }

  void defaultVersion(EngineVersion version) {
    versions.add(version);
    defaults.put(version.engine(), version.version());
  }

  void withdrawClass(String instanceClass) {
    if (zonesByClass.remove(instanceClass) == null) {
      throw new IllegalArgumentException(instanceClass + " isn't offered anyway");
    }
  }

  void offerClass(String instanceClass, List<String> zones) {
    zonesByClass.put(instanceClass, List.copyOf(zones));
  }

  /** In ascending order. */
  List<EngineVersion> versions(AuroraEngine engine) {
    return versions.stream().filter(version -> version.engine() == engine).toList();
  }

  Optional<EngineVersion> version(AuroraEngine engine, String version) {
    return versions(engine).stream().filter(it -> it.version().equals(version)).findFirst();
  }

  String defaultVersion(AuroraEngine engine) {
    return defaults.get(engine);
  }

  /** What a version can be upgraded to here. */
  List<EngineVersion> upgradeTargets(EngineVersion from) {
    return versions(from.engine()).stream()
        .filter(to -> allowsUpgrade(from, to) && !from.equals(to))
        .toList();
  }

  /** Whether the one can be restored as the other: the same, or a higher one it can become. */
  boolean allowsUpgrade(EngineVersion from, EngineVersion to) {
    return from.canBecome(to) && !blockedUpgrades.getOrDefault(from, Set.of()).contains(to);
  }

  /** Classes by name; each has its zones. */
  Map<String, List<String>> zonesByClass() {
    return zonesByClass;
  }

  /** Empty where the class isn't offered. */
  List<String> zones(String instanceClass) {
    return zonesByClass.getOrDefault(instanceClass, List.of());
  }

  /** Families with a default parameter group here, also of versions no longer offered elsewhere. */
  List<EngineVersion> familyRepresentatives() {
    var seen = new TreeMap<String, EngineVersion>();
    versions.forEach(version -> seen.putIfAbsent(version.family(), version));
    return new ArrayList<>(seen.values());
  }
}
