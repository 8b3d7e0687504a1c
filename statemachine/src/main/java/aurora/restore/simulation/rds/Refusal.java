package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;

/** The refusals that several operations share, with the codes of the wire. */
final class Refusal {
  private Refusal() {}

  static AwsError badRequest(String code, String message) {
    return new AwsError(code, 400, message);
  }

  static AwsError invalidValue(String message) {
    return badRequest("InvalidParameterValue", message);
  }

  static AwsError invalidCombination(String message) {
    return badRequest("InvalidParameterCombination", message);
  }

  static AwsError clusterState(String message) {
    return badRequest("InvalidDBClusterStateFault", message);
  }

  static AwsError snapshotState(String message) {
    return badRequest("InvalidDBClusterSnapshotStateFault", message);
  }

  static AwsError keyNotAccessible(String key) {
    return badRequest(
        "KMSKeyNotAccessibleFault",
        "Specified KMS key [%s] does not exist, is not enabled or you do not have permissions to access it."
            .formatted(key == null ? "None" : key));
  }

  static AwsError notFoundCertificate(String identifier) {
    return new AwsError("CertificateNotFound", 404, "Certificate not found: " + identifier);
  }

  /** The code and words with which RDS says that it knows no such resource. */
  static AwsError notFound(RdsKind kind, String identifier) {
    return switch (kind) {
      case CLUSTER ->
          new AwsError("DBClusterNotFoundFault", 404, "DBCluster " + identifier + " not found.");
      case CLUSTER_SNAPSHOT ->
          new AwsError(
              "DBClusterSnapshotNotFoundFault", 404, "DBClusterSnapshot not found: " + identifier);
      case INSTANCE ->
          new AwsError("DBInstanceNotFound", 404, "DBInstance " + identifier + " not found.");
      case SUBNET_GROUP ->
          new AwsError(
              "DBSubnetGroupNotFoundFault", 404, "DB subnet group '" + identifier + "' not found.");
      case CLUSTER_PARAMETER_GROUP ->
          new AwsError(
              "DBClusterParameterGroupNotFound",
              404,
              "DBClusterParameterGroup not found: " + identifier);
      case INSTANCE_PARAMETER_GROUP ->
          new AwsError(
              "DBParameterGroupNotFound", 404, "DBParameterGroup not found: " + identifier);
    };
  }
}
