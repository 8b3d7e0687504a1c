package aurora.restore.cleanup;

import aurora.restore.error.ClusterReplicated;
import aurora.restore.operation.Arn;
import aurora.restore.operation.Ownership;
import software.amazon.awssdk.services.rds.model.DBCluster;

/**
 * What binds a cluster to clusters of other regions. RDS refuses to delete a primary cluster of a
 * global database that has others, and the last instance of a cluster with replicas, but only when
 * all other instances are gone already (Aurora User Guide, "Deleting an Amazon Aurora global
 * database"; RDS API Reference, DBCluster).
 */
record Replication(DBCluster cluster, String region) {
  private static final String KEEP =
      "to keep it, put tag " + Ownership.HANDS_OFF_TAG + " on it and start the clean-up again; ";

  void refuse() {
    if (cluster.globalClusterIdentifier() != null && !cluster.globalClusterIdentifier().isEmpty()) {
      throw new ClusterReplicated(
          subject(),
          "it is a member of global database " + cluster.globalClusterIdentifier(),
          KEEP
              + "to delete it, take it out of the global"
              + " database, its secondary clusters first (aws rds remove-from-global-cluster"
              + " --region "
              + region
              + " --global-cluster-identifier "
              + cluster.globalClusterIdentifier()
              + " --db-cluster-identifier "
              + cluster.dbClusterArn()
              + "), wait until it is available, then redrive the clean-up");
    }
    if (cluster.hasReadReplicaIdentifiers() && !cluster.readReplicaIdentifiers().isEmpty()) {
      var replicas = cluster.readReplicaIdentifiers();
      throw new ClusterReplicated(
          subject(),
          "it has read replicas: " + String.join(", ", replicas),
          KEEP
              + "to delete it, promote or delete each"
              + " replica first (aws rds promote-read-replica-db-cluster --region "
              + region(replicas.getFirst())
              + " --db-cluster-identifier "
              + Arn.name(replicas.getFirst())
              + "), then redrive the clean-up");
    }
  }

  private String subject() {
    return "cluster " + cluster.dbClusterIdentifier();
  }

  /** A replica of another region is told by its ARN, one of this region by its name. */
  private String region(String replica) {
    return Arn.is(replica) ? new Arn(replica).region() : region;
  }
}
