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
import aurora.restore.operation.InstanceStep;
import aurora.restore.operation.Ownership;
import aurora.restore.operation.Tags;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DbInstanceAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DbSubnetGroupDoesNotCoverEnoughAZsException;
import software.amazon.awssdk.services.rds.model.InstanceQuotaExceededException;
import software.amazon.awssdk.services.rds.model.InsufficientDbInstanceCapacityException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.InvalidSubnetException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;

/**
 * Starts an instance. The first of a cluster becomes its writer, so the state machine asks for the
 * others only when that one is there.
 */
public final class CreateInstanceHandler extends JsonHandler<InstanceStep, InstanceStarted> {
  private final Edge edge;
  private final OperationTable operations;

  public CreateInstanceHandler() {
    this(Edge.ofContainer());
  }

  public CreateInstanceHandler(Edge edge) {
    super(edge, InstanceStep.class);
    this.edge = edge;
    this.operations = OperationTable.of(edge);
  }

  @Override
  protected InstanceStarted handle(InstanceStep step) {
    var plan = step.plan();
    operations.requireClaim(plan.operationId(), step.execution());
    var id = step.instance().id();
    var subject = "instance " + id;
    try {
      edge.aws().rds(plan.targetRegion()).createDBInstance(request(step));
    } catch (DbInstanceAlreadyExistsException e) {
      var existing =
          new ClusterLook(edge.aws(), plan)
              .instance(id)
              .orElseThrow(() -> new TransientFailure(subject, "it exists but isn't shown yet"));
      Ownership.require(plan, subject, existing.tagList());
    } catch (InvalidDbClusterStateException e) {
      // The cluster is busy, as it may be for minutes after its restore or beside another instance.
      throw new TransientFailure(subject, Boundary.said(e));
    } catch (InsufficientDbInstanceCapacityException e) {
      throw new InsufficientCapacity(subject, Boundary.said(e));
    } catch (InstanceQuotaExceededException e) {
      throw new QuotaExceeded(subject, Boundary.said(e));
    } catch (InvalidSubnetException | DbSubnetGroupDoesNotCoverEnoughAZsException e) {
      throw new NetworkUnusable(subject, Boundary.said(e));
    } catch (KmsKeyNotAccessibleException e) {
      throw new KmsKeyUnusable(subject, Boundary.said(e));
    }
    return new InstanceStarted(id);
  }

  /**
   * What belongs to the cluster isn't sent (RDS API Reference, CreateDBInstance). Whether an
   * instance is public hangs on its subnet group where it isn't said, so it is said.
   */
  private static CreateDbInstanceRequest request(InstanceStep step) {
    return CreateDbInstanceRequest.builder()
        .dbInstanceIdentifier(step.instance().id())
        .dbInstanceClass(step.instance().instanceClass())
        .dbClusterIdentifier(step.plan().cluster().id())
        .engine(step.plan().cluster().engine())
        .dbParameterGroupName(step.instance().parameterGroup())
        .publiclyAccessible(false)
        .tags(Tags.of(step.plan().tags()))
        .build();
  }
}
