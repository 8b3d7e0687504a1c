package aurora.restore.plan;

import aurora.restore.operation.Capacity;
import aurora.restore.operation.SourceSnapshot;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;

/**
 * The cluster that a snapshot was taken of, as far as it is still there: where the snapshot is
 * silent, the restored cluster is to be like it.
 *
 * @param writerClass the class of its writer; null where it has none
 * @param capacity null where it isn't serverless
 */
record SourceCluster(
    String writerClass,
    Capacity capacity,
    Integer backupRetentionDays,
    List<String> logExports,
    String parameterGroup) {

  /**
   * @param rds of the source region
   * @return empty where the cluster is gone, of another account, another one by the same name, or
   *     not to be looked at, which is a warning then
   */
  static Optional<SourceCluster> of(
      SourceSnapshot snapshot, String account, RdsClient rds, Findings findings) {
    if (!snapshot.account().equals(account)) {
      return Optional.empty();
    }
    return findings
        .unlessDenied(
            "what the source cluster " + snapshot.clusterId() + " is like isn't known",
            () -> cluster(snapshot, rds))
        .flatMap(found -> found)
        .map(cluster -> described(cluster, rds, findings));
  }

  private static Optional<DBCluster> cluster(SourceSnapshot snapshot, RdsClient rds) {
    try {
      return rds
          .describeDBClusters(query -> query.dbClusterIdentifier(snapshot.clusterId()))
          .dbClusters()
          .stream()
          .findFirst()
          .filter(cluster -> isSame(cluster, snapshot));
    } catch (DbClusterNotFoundException e) {
      return Optional.empty(); // gone, as in the disaster that the restore is for
    }
  }

  private static boolean isSame(DBCluster cluster, SourceSnapshot snapshot) {
    return snapshot.clusterResourceId() == null
        || snapshot.clusterResourceId().equals(cluster.dbClusterResourceId());
  }

  private static SourceCluster described(DBCluster cluster, RdsClient rds, Findings findings) {
    var scaling = cluster.serverlessV2ScalingConfiguration();
    return new SourceCluster(
        findings
            .unlessDenied(
                "the class of the source cluster's writer isn't known",
                () -> writerClass(cluster, rds))
            .flatMap(found -> found)
            .orElse(null),
        scaling == null
            ? null
            : new Capacity(
                scaling.minCapacity(), scaling.maxCapacity(), scaling.secondsUntilAutoPause()),
        cluster.backupRetentionPeriod(),
        cluster.enabledCloudwatchLogsExports(),
        cluster.dbClusterParameterGroup());
  }

  private static Optional<String> writerClass(DBCluster cluster, RdsClient rds) {
    var writer =
        cluster.dbClusterMembers().stream()
            .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
            .map(DBClusterMember::dbInstanceIdentifier)
            .findFirst();
    try {
      return writer.stream()
          .flatMap(
              id ->
                  rds
                      .describeDBInstances(query -> query.dbInstanceIdentifier(id))
                      .dbInstances()
                      .stream())
          .map(instance -> instance.dbInstanceClass())
          .findFirst();
    } catch (DbInstanceNotFoundException e) {
      return Optional.empty(); // deleted between the two looks: as if there were no writer
    }
  }
}
