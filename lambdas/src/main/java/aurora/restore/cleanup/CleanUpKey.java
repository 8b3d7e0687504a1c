package aurora.restore.cleanup;

import aurora.restore.input.Key;

/** The keys of the clean-up's input, with what the reference says of each. */
public enum CleanUpKey implements Key {
  OPERATION_ID(true, "text", "The operation whose resources are to be deleted."),
  KEEP_SNAPSHOT(
      false, "true or false", "true: the copied snapshot stays. Default: false, it is deleted."),
  FINAL_SNAPSHOT_ID(
      false,
      "identifier",
      "A snapshot of this name is taken of the cluster before anything is deleted, and stays. What"
          + " is written after it was begun isn't in it. Default: none."),
  DISABLE_DELETION_PROTECTION(
      false,
      "true or false",
      "true: a protected cluster is deleted too. Default: false, it is refused before anything is"
          + " deleted."),
  MADE_BY(
      false,
      "execution's ARN",
      "Only what this execution made is deleted, by the tag aurora-restore:execution; the rest of"
          + " the operation stays. The clean-up that on_failure starts says so. Default: all of the"
          + " operation is deleted, whichever execution made it."),
  PURGE_RECORDS(
      false,
      "true or false",
      "true: what the tables tell of the operation is deleted, but for this clean-up's own record."
          + " Default: false.");

  private final Description description;

  CleanUpKey(boolean required, String kind, String meaning) {
    this.description = new Description(required, kind, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
