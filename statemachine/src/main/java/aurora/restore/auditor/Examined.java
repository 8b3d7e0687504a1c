package aurora.restore.auditor;

import aurora.restore.audit.Schema;
import aurora.restore.auditor.Proof.Result;
import aurora.restore.evidence.Evidence;
import aurora.restore.evidence.EvidenceRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An operation's newest evidence, and what came of holding it against what there is.
 *
 * @param evidence what the document says; null where it can't be read any more
 * @param proofs one for each subject, in their order
 * @param trail all rows that are there now, in order
 */
public record Examined(
    EvidenceRow row, Evidence evidence, List<Proof> proofs, List<JsonNode> trail) {

  /** The worst of what came out; {@link Result#ABSENT} is as good as {@link Result#HOLDS}. */
  public Result result() {
    var worst = proofs.stream().map(Proof::result).max(Comparator.naturalOrder()).orElseThrow();
    return worst == Result.ABSENT ? Result.HOLDS : worst;
  }

  Optional<Evidence> summary() {
    return Optional.ofNullable(evidence);
  }

  /** What has been noted since the evidence was written, reviews included. */
  List<JsonNode> later() {
    return trail.stream().filter(it -> entry(it).compareTo(row.entry()) > 0).toList();
  }

  /** The reviews of the operation, of whichever of its documents. */
  public List<Review> reviews() {
    return trail.stream().filter(Review::is).flatMap(row -> Review.read(row).stream()).toList();
  }

  /** The entries of what says that it is a review, and isn't as one is written. */
  List<String> unreadReviews() {
    return trail.stream()
        .filter(Review::is)
        .filter(row -> Review.read(row).isEmpty())
        .map(Examined::entry)
        .toList();
  }

  String lastEntry() {
    return entry(trail.getLast());
  }

  /** When DynamoDB may forget the evidence, and so its reviews, in epoch seconds. */
  public long timeToLive() {
    return trail.stream()
        .filter(it -> entry(it).equals(row.entry()))
        .findFirst()
        .orElseThrow()
        .path(Schema.TIME_TO_LIVE)
        .asLong();
  }

  private static String entry(JsonNode row) {
    return row.path(Schema.ENTRY).asText();
  }
}
