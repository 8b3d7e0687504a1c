package aurora.restore.rds;

import aurora.restore.operation.Arn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DbParameterGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Looks up what RDS shows in a region. RDS answers an unknown name with an error or with an empty
 * list: both are empty here. Listings are read to their last page.
 *
 * @param rds of the region
 */
public record RdsLookup(RdsClient rds) {
  /** RDS has used either code for a cluster's parameter group. */
  private static final Set<Class<? extends RdsException>> NOT_FOUND =
      Set.of(
          DbClusterNotFoundException.class,
          DbClusterParameterGroupNotFoundException.class,
          DbClusterSnapshotNotFoundException.class,
          DbInstanceNotFoundException.class,
          DbParameterGroupNotFoundException.class,
          DbSubnetGroupNotFoundException.class);

  /** Whether RDS says that what was named doesn't exist. */
  public static boolean isNotFound(RdsException e) {
    return NOT_FOUND.contains(e.getClass());
  }

  public Optional<DBCluster> cluster(String id) {
    return first(() -> rds.describeDBClusters(it -> it.dbClusterIdentifier(id)).dbClusters());
  }

  public Optional<DBInstance> instance(String id) {
    return first(() -> rds.describeDBInstances(it -> it.dbInstanceIdentifier(id)).dbInstances());
  }

  /** A manual snapshot of the account. */
  public Optional<DBClusterSnapshot> snapshot(String id) {
    return snapshot(query -> query.dbClusterSnapshotIdentifier(id));
  }

  /**
   * A snapshot of any kind: an automated one is shown to whoever asks for that type alone, one of
   * another account to whoever asks for shared ones.
   *
   * @param account the account that asks
   */
  public Optional<DBClusterSnapshot> anySnapshot(String nameOrArn, String account) {
    return snapshot(
        query -> {
          query.dbClusterSnapshotIdentifier(nameOrArn);
          if (Arn.is(nameOrArn)) {
            query.includeShared(!new Arn(nameOrArn).account().equals(account));
          }
          if (Arn.name(nameOrArn).startsWith("rds:")) {
            query.snapshotType("automated");
          }
        });
  }

  private Optional<DBClusterSnapshot> snapshot(
      Consumer<DescribeDbClusterSnapshotsRequest.Builder> query) {
    return first(() -> rds.describeDBClusterSnapshots(query).dbClusterSnapshots());
  }

  public Optional<DBSubnetGroup> subnetGroup(String name) {
    return first(
        () -> rds.describeDBSubnetGroups(it -> it.dbSubnetGroupName(name)).dbSubnetGroups());
  }

  /**
   * The tags of a subnet group, which doesn't show them by itself as others do; empty where it is
   * gone since it was looked up.
   */
  public Optional<List<Tag>> tags(DBSubnetGroup group) {
    return first(
        () ->
            List.of(
                rds.listTagsForResource(it -> it.resourceName(group.dbSubnetGroupArn()))
                    .tagList()));
  }

  public Optional<DBClusterParameterGroup> clusterParameterGroup(String name) {
    return first(
        () ->
            rds.describeDBClusterParameterGroups(it -> it.dbClusterParameterGroupName(name))
                .dbClusterParameterGroups());
  }

  public Optional<DBParameterGroup> parameterGroup(String name) {
    return first(
        () ->
            rds.describeDBParameterGroups(it -> it.dbParameterGroupName(name)).dbParameterGroups());
  }

  public Stream<DBCluster> clusters() {
    return rds.describeDBClustersPaginator().dbClusters().stream();
  }

  public Stream<DBInstance> instances() {
    return rds.describeDBInstancesPaginator().dbInstances().stream();
  }

  /** The snapshots that a query, by type or cluster, is answered with. */
  public Stream<DBClusterSnapshot> snapshots(
      Consumer<DescribeDbClusterSnapshotsRequest.Builder> query) {
    return rds.describeDBClusterSnapshotsPaginator(query).dbClusterSnapshots().stream();
  }

  public Stream<DBSubnetGroup> subnetGroups() {
    return rds.describeDBSubnetGroupsPaginator().dbSubnetGroups().stream();
  }

  private static <T> Optional<T> first(Supplier<List<T>> look) {
    try {
      return look.get().stream().findFirst();
    } catch (RdsException e) {
      if (isNotFound(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
