package aurora.restore.operation;

/** Where an operation stands, as its row in the state table says. */
public enum OperationStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  CLEANING_UP,
  CLEANED_UP
}
