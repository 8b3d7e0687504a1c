package aurora.restore.operation;

/** What is recorded of a restore and told to its operators, in the order that it happens. */
public enum Milestone {
  STARTED(OperationStatus.RUNNING, "plan"),
  SNAPSHOT_COPIED(OperationStatus.RUNNING, "copy"),
  CLUSTER_RESTORED(OperationStatus.RUNNING, "restore"),
  INSTANCES_READY(OperationStatus.RUNNING, "instances"),
  COMPLETED(OperationStatus.SUCCEEDED, "verify");

  private final OperationStatus status;
  private final String phase;

  Milestone(OperationStatus status, String phase) {
    this.status = status;
    this.phase = phase;
  }

  /** The phase that ends with it, as reports call it. */
  public String phase() {
    return phase;
  }

  /** Where the operation stands from then on. */
  public OperationStatus status() {
    return status;
  }
}
