package aurora.restore.operation;

import aurora.restore.error.ResourceNotOurs;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Whose a resource is. Everything that an operation makes carries its id as a tag from birth; what
 * doesn't carry it is never adopted and never deleted.
 */
public final class Ownership {
  /** All keys of the pipeline's own tags begin with this. */
  public static final String PREFIX = "aurora-restore:";

  public static final String TAG = PREFIX + "operation-id";

  /** The execution that made a resource, by its ARN. */
  public static final String EXECUTION_TAG = PREFIX + "execution";

  /** The ARN of the snapshot that a resource was made from. */
  public static final String SOURCE_TAG = PREFIX + "source-snapshot";

  /**
   * Whatever its value: what carries it is neither changed nor deleted, for roles are denied it and
   * clean-ups leave it standing.
   */
  public static final String HANDS_OFF_TAG = PREFIX + "hands-off";

  /** When a drill's resource is to be cleaned up, as an instant by ISO 8601. */
  public static final String EXPIRY_TAG = PREFIX + "expires-at";

  /** What the names of snapshots and subnet groups begin with, for roles to be limited to them. */
  public static final String NAME_PREFIX = "aurora-restore-";

  private Ownership() {}

  /** The operation that a resource belongs to; empty where it is none's. */
  public static Optional<String> operation(List<Tag> tags) {
    return Optional.ofNullable(owner(tags));
  }

  /** The ARN of the snapshot that a resource was made from, by its tag. */
  public static Optional<String> source(List<Tag> tags) {
    return value(SOURCE_TAG, tags);
  }

  /** The ARN of the execution that made a resource, by its tag. */
  public static Optional<String> execution(List<Tag> tags) {
    return value(EXECUTION_TAG, tags);
  }

  /** Whether somebody keeps a resource from the pipeline. */
  public static boolean isHandsOff(List<Tag> tags) {
    return value(HANDS_OFF_TAG, tags).isPresent();
  }

  public static boolean isOf(String operationId, List<Tag> tags) {
    return operationId.equals(owner(tags));
  }

  /** Whose a resource is, as a clause. */
  public static String inWords(List<Tag> tags) {
    return operation(tags)
        .map(owner -> "it belongs to operation " + owner)
        .orElse("no operation made it (it has no tag " + TAG + ")");
  }

  /**
   * @param subject what the resource is, e.g. {@code cluster orders-dr}
   * @throws ResourceNotOurs naming who owns it, where that isn't the plan's operation
   */
  public static void require(RestorePlan plan, String subject, List<Tag> tags) {
    refusal(plan.operationId(), tags)
        .ifPresent(
            whose -> {
              throw new ResourceNotOurs(subject, whose);
            });
  }

  /** Whose an existing resource is, as a clause; empty where it is the operation's own. */
  public static Optional<String> refusal(String operationId, List<Tag> tags) {
    var owner = owner(tags);
    if (operationId.equals(owner)) {
      return Optional.empty();
    }
    return Optional.of(
        owner == null
            ? "it exists already and no operation made it (it has no tag " + TAG + ")"
            : "it exists already and belongs to operation " + owner);
  }

  private static String owner(List<Tag> tags) {
    return value(TAG, tags).orElse(null);
  }

  private static Optional<String> value(String key, List<Tag> tags) {
    return tags.stream().filter(tag -> key.equals(tag.key())).map(Tag::value).findFirst();
  }
}
