package aurora.restore.cluster;

import aurora.restore.audit.OperationTable;
import aurora.restore.edge.Boundary;
import aurora.restore.edge.Edge;
import aurora.restore.edge.JsonHandler;
import aurora.restore.error.InsufficientCapacity;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.error.NetworkUnusable;
import aurora.restore.error.QuotaExceeded;
import aurora.restore.error.TransientFailure;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.RestorePlan;
import aurora.restore.operation.Step;
import aurora.restore.operation.Tags;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbClusterAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbClusterQuotaExceededException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupNotFoundException;
import software.amazon.awssdk.services.rds.model.InsufficientDbClusterCapacityException;
import software.amazon.awssdk.services.rds.model.InsufficientStorageClusterCapacityException;
import software.amazon.awssdk.services.rds.model.InvalidSubnetException;
import software.amazon.awssdk.services.rds.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.StorageQuotaExceededException;

/**
 * Starts the restore: the subnet group, then the cluster. Safe to call again: both names were
 * minted when the plan was made.
 */
public final class RestoreClusterHandler extends JsonHandler<Step, ClusterStarted> {
  private final Edge edge;
  private final OperationTable operations;

  public RestoreClusterHandler() {
    this(Edge.ofContainer());
  }

  public RestoreClusterHandler(Edge edge) {
    super(edge, Step.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected ClusterStarted handle(Step step) {
    var plan = step.plan();
    operations.requireClaim(plan.operationId(), step.execution());
    var rds = edge.aws().rds(plan.targetRegion());
    SubnetGroup.make(plan, rds);
    restore(plan, rds);
    return new ClusterStarted(plan.cluster().id());
  }

  private void restore(RestorePlan plan, RdsClient rds) {
    var subject = "cluster " + plan.cluster().id();
    try {
      rds.restoreDBClusterFromSnapshot(request(plan));
    } catch (DbClusterAlreadyExistsException e) {
      var existing =
          new ClusterLook(edge.aws(), plan)
              .cluster()
              .orElseThrow(() -> new TransientFailure(subject, "it exists but isn't shown yet"));
      Ownership.require(plan, subject, existing.tagList());
    } catch (DbSubnetGroupNotFoundException e) {
      throw new TransientFailure(subject, Boundary.said(e)); // made a moment ago: not shown yet
    } catch (KmsKeyNotAccessibleException e) {
      throw new KmsKeyUnusable(subject, Boundary.said(e));
    } catch (InvalidSubnetException | InvalidVpcNetworkStateException e) {
      throw new NetworkUnusable(subject, Boundary.said(e));
    } catch (DbClusterQuotaExceededException | StorageQuotaExceededException e) {
      throw new QuotaExceeded(subject, Boundary.said(e));
    } catch (InsufficientDbClusterCapacityException
        | InsufficientStorageClusterCapacityException e) {
      throw new InsufficientCapacity(subject, Boundary.said(e));
    } catch (RdsException e) {
      if (isOfDifferentVpcs(e)) {
        throw new NetworkUnusable(subject, Boundary.said(e));
      }
      throw e; // the boundary names what is left
    }
  }

  /** A code with many meanings and no class of its own: its message tells this one. */
  private static boolean isOfDifferentVpcs(RdsException e) {
    return "InvalidParameterCombination".equals(e.awsErrorDetails().errorCode())
        && e.awsErrorDetails().errorMessage().contains("different VPCs");
  }

  /**
   * Everything that RDS would reset is passed on: left out, the engine's version would be the
   * region's default, the security group that of the default VPC (RDS API Reference,
   * RestoreDBClusterFromSnapshot).
   */
  private static RestoreDbClusterFromSnapshotRequest request(RestorePlan plan) {
    var cluster = plan.cluster();
    var request =
        RestoreDbClusterFromSnapshotRequest.builder()
            .dbClusterIdentifier(cluster.id())
            .snapshotIdentifier(cluster.restoreFrom())
            .engine(cluster.engine())
            .engineVersion(cluster.engineVersion())
            .port(cluster.port())
            .kmsKeyId(cluster.kmsKeyId())
            .dbSubnetGroupName(cluster.subnetGroup())
            .vpcSecurityGroupIds(cluster.securityGroupIds())
            .dbClusterParameterGroupName(cluster.parameterGroup())
            .deletionProtection(cluster.deletionProtection())
            .backupRetentionPeriod(cluster.backupRetentionDays())
            .enableIAMDatabaseAuthentication(cluster.iamAuthentication())
            .enableCloudwatchLogsExports(cluster.logExports())
            .copyTagsToSnapshot(true)
            .tags(Tags.of(plan.tags()));
    if (cluster.capacity() != null) {
      request.serverlessV2ScalingConfiguration(
          scaling ->
              scaling.minCapacity(cluster.capacity().min()).maxCapacity(cluster.capacity().max()));
    }
    return request.build();
  }
}
