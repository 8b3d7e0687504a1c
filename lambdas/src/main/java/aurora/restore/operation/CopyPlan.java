package aurora.restore.operation;

/**
 * The copy that an operation makes.
 *
 * @param id the copy's identifier, minted when the plan was made
 * @param kmsKeyId the key that it is encrypted under, of the target region; null where the source
 *     isn't encrypted
 */
public record CopyPlan(String id, String arn, String kmsKeyId) {}
