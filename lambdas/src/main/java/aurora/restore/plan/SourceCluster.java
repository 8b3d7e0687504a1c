package aurora.restore.plan;

import aurora.restore.operation.Capacity;
import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.SourceSnapshot;
import aurora.restore.rds.RdsLookup;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.ClusterScalabilityType;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * The cluster that a snapshot was taken of, as far as it is still there: where the snapshot is
 * silent, the restored cluster is to be like it.
 *
 * @param port null where RDS tells none
 * @param writer empty where it has none, or none that may be looked at
 * @param capacity null where it isn't serverless
 * @param leftBehind what it has and no restore brings back
 * @param isLimitless whether it is a cluster of Aurora Limitless Database
 */
record SourceCluster(
    Integer port,
    Optional<SourceWriter> writer,
    Capacity capacity,
    Integer backupRetentionDays,
    List<String> logExports,
    String parameterGroup,
    ClusterSettings settings,
    List<String> leftBehind,
    boolean isLimitless) {

  /**
   * @param rds looks in the source region
   * @return empty where the cluster is gone, of another account, another one by the same name, or
   *     not to be looked at; each is a warning, for nothing can be carried over from it then
   */
  static Optional<SourceCluster> of(
      SourceSnapshot snapshot, String account, RdsLookup rds, PreflightFindings findings) {
    var unseen = "what it had beside the data isn't known, and is left to RDS's defaults";
    if (!snapshot.account().equals(account)) {
      findings.warn(
          "the source cluster " + snapshot.clusterId() + " is of another account: " + unseen);
      return Optional.empty();
    }
    var looked =
        findings.unlessDenied(
            "what the source cluster " + snapshot.clusterId() + " is like isn't known",
            () -> rds.cluster(snapshot.clusterId()).filter(cluster -> isSame(cluster, snapshot)));
    if (looked.filter(Optional::isEmpty).isPresent()) {
      findings.warn("the source cluster " + snapshot.clusterId() + " is gone: " + unseen);
    }
    return looked.flatMap(found -> found).map(cluster -> described(cluster, rds, findings));
  }

  private static boolean isSame(DBCluster cluster, SourceSnapshot snapshot) {
    return snapshot.clusterResourceId() == null
        || snapshot.clusterResourceId().equals(cluster.dbClusterResourceId());
  }

  private static SourceCluster described(
      DBCluster cluster, RdsLookup rds, PreflightFindings findings) {
    return new SourceCluster(
        cluster.port() == null || cluster.port() == 0 ? null : cluster.port(),
        findings
            .unlessDenied(
                "what the source cluster's writer is like isn't known", () -> writer(cluster, rds))
            .flatMap(found -> found),
        capacity(cluster),
        cluster.backupRetentionPeriod(),
        cluster.enabledCloudwatchLogsExports(),
        cluster.dbClusterParameterGroup(),
        settings(cluster),
        SourceHas.lostOf(cluster),
        cluster.clusterScalabilityType() == ClusterScalabilityType.LIMITLESS);
  }

  /** RDS tells a scaling configuration of serverless clusters alone. */
  private static Capacity capacity(DBCluster cluster) {
    var scaling = cluster.serverlessV2ScalingConfiguration();
    return scaling == null || scaling.minCapacity() == null || scaling.maxCapacity() == null
        ? null
        : new Capacity(
            scaling.minCapacity(), scaling.maxCapacity(), scaling.secondsUntilAutoPause());
  }

  private static ClusterSettings settings(DBCluster cluster) {
    return new ClusterSettings(
        cluster.storageType(),
        cluster.engineLifecycleSupport(),
        cluster.networkType(),
        cluster.backtrackWindow() == null || cluster.backtrackWindow() == 0
            ? null
            : cluster.backtrackWindow(),
        cluster.preferredBackupWindow(),
        cluster.preferredMaintenanceWindow(),
        ClusterSettings.ADVANCED.equals(cluster.databaseInsightsModeAsString())
            ? ClusterSettings.ADVANCED
            : null,
        Boolean.TRUE.equals(cluster.httpEndpointEnabled()) ? true : null);
  }

  /** One that is deleted between the two looks is as none. */
  private static Optional<SourceWriter> writer(DBCluster cluster, RdsLookup rds) {
    return cluster.dbClusterMembers().stream()
        .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
        .findFirst()
        .flatMap(member -> rds.instance(member.dbInstanceIdentifier()))
        .map(SourceWriter::of);
  }
}
