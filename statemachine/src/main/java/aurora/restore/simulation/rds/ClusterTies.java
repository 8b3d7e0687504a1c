package aurora.restore.simulation.rds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;

/**
 * What binds a cluster to other services and clusters: a restore from its snapshot carries none of
 * it over.
 */
public final class ClusterTies {
  private final List<String> roles = new ArrayList<>();

  private final List<String> customEndpoints = new ArrayList<>();

  /** ARNs of cross-region replicas of this cluster. */
  private final List<String> readReplicas = new ArrayList<>();

  /** Null without Kerberos authentication. */
  private String domain;

  private boolean globalWriteForwarding;
  private boolean localWriteForwarding;
  private boolean activityStream;

  /** ARN of the cluster that this one replicates from; null for a cluster of its own. */
  String replicationSource;

  /** The global database that it is a member of; null for none. */
  String globalCluster;

  /** As a member of a global database, it isn't the primary one. */
  boolean secondary;

  /** An IAM role that the cluster may take, e.g. to load from S3. */
  public ClusterTies associatedRole(String arn) {
    roles.add(arn);
    return this;
  }

  public ClusterTies customEndpoint(String name) {
    customEndpoints.add(name);
    return this;
  }

  /**
   * Kerberos authentication by an Active Directory.
   *
   * @param directoryId e.g. {@code d-1234567890}
   */
  public ClusterTies domain(String directoryId) {
    domain = directoryId;
    return this;
  }

  /** Its readers pass writes on to its writer. */
  public ClusterTies localWriteForwarding() {
    localWriteForwarding = true;
    return this;
  }

  /** As a secondary cluster of a global database it passes writes on to the primary one. */
  public ClusterTies globalWriteForwarding() {
    globalWriteForwarding = true;
    return this;
  }

  /** It is the primary cluster of a global database. */
  public ClusterTies primaryOf(String global) {
    globalCluster = Identifiers.fold(global);
    secondary = false;
    return this;
  }

  /** It is a secondary cluster of a global database. */
  public ClusterTies secondaryOf(String global) {
    globalCluster = Identifiers.fold(global);
    secondary = true;
    return this;
  }

  /**
   * It has a replica.
   *
   * @param replica the ARN of a cluster of another region
   */
  public ClusterTies readReplica(String replica) {
    readReplicas.add(replica);
    return this;
  }

  /** Its replicas are promoted or gone. */
  public ClusterTies noReadReplicas() {
    readReplicas.clear();
    return this;
  }

  /**
   * It is a replica.
   *
   * @param source the ARN of a cluster of another region
   */
  public ClusterTies replicaOf(String source) {
    replicationSource = source;
    return this;
  }

  boolean isReplicated() {
    return globalCluster != null || replicationSource != null || !readReplicas.isEmpty();
  }

  public ClusterTies activityStream() {
    activityStream = true;
    return this;
  }

  /** The last instance of a cluster with replicas, or of a replica, can't be deleted. */
  void requireNoReplication() {
    if (!readReplicas.isEmpty()) {
      throw Refusal.clusterState(
          "Cannot delete the last instance of the master cluster. Delete the replica cluster before"
              + " deleting the last master cluster instance.");
    }
    if (replicationSource != null) {
      throw Refusal.clusterState(
          "Cannot delete the last instance of the read replica DB cluster. Promote the DB cluster"
              + " to a standalone DB cluster in order to delete it.");
    }
  }

  void addTo(DBCluster.Builder view, Cluster cluster, Instant now) {
    view.associatedRoles(
            roles.stream()
                .map(arn -> DBClusterRole.builder().roleArn(arn).status("ACTIVE").build())
                .toList())
        .readReplicaIdentifiers(readReplicas)
        .replicationSourceIdentifier(replicationSource)
        .globalClusterIdentifier(globalCluster)
        .domainMemberships(
            domain == null
                ? List.of()
                : List.of(DomainMembership.builder().domain(domain).status("joined").build()))
        .localWriteForwardingStatus(localWriteForwarding ? "enabled" : "disabled");
    if (!customEndpoints.isEmpty()) {
      view.customEndpoints(customEndpoints.stream().map(it -> endpoint(it, cluster)).toList());
    }
    if (!cluster.status(now).equals(Cluster.CREATING)) {
      view.activityStreamStatus(activityStream ? "started" : "stopped");
    }
    if (globalWriteForwarding) {
      view.globalWriteForwardingRequested(true).globalWriteForwardingStatus("enabled");
    }
  }

  private static String endpoint(String name, Cluster cluster) {
    return "%s.cluster-custom-%s.%s.rds.amazonaws.com"
        .formatted(name, cluster.hostHash, cluster.place.region());
  }
}
