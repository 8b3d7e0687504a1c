package aurora.restore.operation;

/** What is recorded of a restore and told to its operators, in the order that it happens. */
public enum Milestone {
  STARTED(OperationStatus.RUNNING),
  SNAPSHOT_COPIED(OperationStatus.RUNNING),
  CLUSTER_RESTORED(OperationStatus.RUNNING),
  INSTANCES_READY(OperationStatus.RUNNING),
  COMPLETED(OperationStatus.SUCCEEDED);

  private final OperationStatus status;

  Milestone(OperationStatus status) {
    this.status = status;
  }

  /** Where the operation stands from then on. */
  public OperationStatus status() {
    return status;
  }
}
