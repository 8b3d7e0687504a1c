package aurora.restore.operation;

/**
 * On whose behalf an operation is done and what it is held to, as its input says: nothing that it
 * does depends on it, and evidence tells it. Each is null where the input is silent.
 *
 * @param schedule the schedule that started it
 * @param requestedBy who asked for it
 * @param approvedBy who approved it
 * @param recoveryTimeObjectiveMinutes how long it may take at most
 * @param recoveryPointObjectiveMinutes how old the restored data may be at most
 */
public record Mandate(
    String schedule,
    String requestedBy,
    String approvedBy,
    Integer recoveryTimeObjectiveMinutes,
    Integer recoveryPointObjectiveMinutes) {
  /** That of an input that says nothing of it. */
  public static final Mandate NONE = new Mandate(null, null, null, null, null);
}
