package aurora.restore.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is recorded of an operation and told to its operators: of a restore in the order that it
 * happens, then what may come at any time.
 */
public enum Milestone {
  STARTED(OperationStatus.RUNNING, "plan"),
  SNAPSHOT_COPIED(OperationStatus.RUNNING, "copy"),
  CLUSTER_RESTORED(OperationStatus.RUNNING, "restore"),
  INSTANCES_READY(OperationStatus.RUNNING, "instances"),
  COMPLETED(OperationStatus.SUCCEEDED, "verify"),
  FAILED(OperationStatus.FAILED, "failed"),
  CLEAN_UP_STARTED(OperationStatus.CLEANING_UP, "clean-up-plan"),
  CLEANED_UP(OperationStatus.CLEANED_UP, "clean-up");

  private final OperationStatus status;
  private final String phase;

  Milestone(OperationStatus status, String phase) {
    this.status = status;
    this.phase = phase;
  }

  /** The milestone of a row of the trail; empty where the row tells of something else. */
  public static Optional<Milestone> named(String event) {
    return Stream.of(values()).filter(known -> known.name().equals(event)).findFirst();
  }

  /** Those of a restore that ends well, in order. */
  public static List<Milestone> ofRestore() {
    return Stream.of(values()).filter(it -> it.compareTo(COMPLETED) <= 0).toList();
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
