package aurora.restore.operation;

import aurora.restore.error.ResourceNotOurs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Whether what has a planned name already may be adopted: it must be the operation's and made from
 * what the plan says. An operation may have been started again with another input, and what that
 * one asked for must never be answered with what an earlier one made.
 */
public final class Adoption {
  private final String subject;
  private final List<String> differences = new ArrayList<>();

  private Adoption(String subject) {
    this.subject = subject;
  }

  /**
   * @param subject what it is, e.g. {@code cluster orders-dr}
   * @param tags those of what exists
   * @throws ResourceNotOurs naming who owns it, where that isn't the plan's operation
   */
  public static Adoption of(RestorePlan plan, String subject, List<Tag> tags) {
    Ownership.require(plan, subject, tags);
    return new Adoption(subject)
        .same("source snapshot", plan.snapshot().arn(), Ownership.source(tags).orElse(null));
  }

  /** Compares one property; one that the plan leaves to RDS (null) is passed over. */
  public Adoption same(String what, Object planned, Object found) {
    if (planned != null && !Objects.equals(folded(planned), folded(found))) {
      differences.add(
          what + " is " + (found == null ? "not told" : found) + ", asked for is " + planned);
    }
    return this;
  }

  /** The same for a key, where the plan knows which key it is. */
  public Adoption sameKey(String planned, String found) {
    return KeyNames.isOfKey(planned) ? same("KMS key", planned, found) : this;
  }

  /** All that differs, each as a clause. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /**
   * @throws ResourceNotOurs telling all that differs, where anything does
   */
  public void orRefuse() {
    if (!differences.isEmpty()) {
      throw new ResourceNotOurs(
          subject,
          "it exists already and was made from another input: " + String.join("; ", differences),
          "start again with the input that it was made from, or with another operation_id, or have"
              + " the operation cleaned up first");
    }
  }

  private static Object folded(Object value) {
    return value instanceof String text ? LowerCase.of(text) : value;
  }
}
