package aurora.restore.simulation.rds;

/** The quotas of an account in a region (Amazon Aurora User Guide, Quotas and constraints). */
public enum Quota {
  CLUSTERS("DBClusters", 40),
  INSTANCES("DBInstances", 40),
  MANUAL_CLUSTER_SNAPSHOTS("ManualClusterSnapshots", 100),
  SUBNET_GROUPS("DBSubnetGroups", 50),
  SUBNETS_PER_SUBNET_GROUP("SubnetsPerDBSubnetGroup", 20);

  private final String wireName;
  private final int usualMax;

  Quota(String wireName, int usualMax) {
    this.wireName = wireName;
    this.usualMax = usualMax;
  }

  String wireName() {
    return wireName;
  }

  int usualMax() {
    return usualMax;
  }
}
