package aurora.restore.simulation.rds;

import java.util.Map;

/** The parameter groups that RDS brings along: one of each kind per family. */
final class ParameterGroups {
  private ParameterGroups() {}

  static String defaultName(EngineVersion version) {
    return "default." + version.family();
  }

  static void addDefaults(RdsState cloud, Region region, EngineVersion version) {
    var name = defaultName(version);
    if (!region.clusterParameterGroups.has(name, cloud.now())) {
      region.clusterParameterGroups.add(
          group(cloud, region, RdsKind.CLUSTER_PARAMETER_GROUP, name, version.family()),
          cloud.now());
      region.instanceParameterGroups.add(
          group(cloud, region, RdsKind.INSTANCE_PARAMETER_GROUP, name, version.family()),
          cloud.now());
    }
  }

  static ParameterGroup group(
      RdsState cloud, Region region, RdsKind kind, String name, String family) {
    return new ParameterGroup(
        kind, region.place, Identifiers.fold(name), cloud.bornLongAgo(), Map.of(), family);
  }
}
