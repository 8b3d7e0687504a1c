package aurora.restore.simulation.rds;

/** What a resource of RDS is. */
public enum RdsKind {
  CLUSTER("cluster"),
  CLUSTER_SNAPSHOT("cluster-snapshot"),
  INSTANCE("db"),
  SUBNET_GROUP("subgrp"),
  CLUSTER_PARAMETER_GROUP("cluster-pg"),
  INSTANCE_PARAMETER_GROUP("pg");

  private final String arnType;

  RdsKind(String arnType) {
    this.arnType = arnType;
  }

  /** The resource type in an ARN, e.g. {@code cluster-pg}. */
  public String arnType() {
    return arnType;
  }
}
