package aurora.restore.auditor;

import aurora.restore.audit.Attributes;
import aurora.restore.audit.Schema;
import aurora.restore.json.Records;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a person thinks of an operation's evidence: a row of the trail.
 *
 * @param at when it was noted
 * @param recordedBy the ARN of whoever's credentials noted it
 * @param reviewer who looked, by the name that was given
 * @param evidenceDigest of the document that was looked at
 */
public record Review(
    String operationId,
    String entry,
    Instant at,
    String recordedBy,
    String reviewer,
    Verdict verdict,
    String note,
    String evidenceDigest) {
  /** What {@code event} says of such a row. */
  public static final String EVENT = "REVIEW";

  /** Whether the reviewer takes the evidence for what was to be shown. */
  public enum Verdict {
    ACCEPTED,
    REJECTED
  }

  /** Of now, in the words of a command. */
  public static Review of(
      Examined examined,
      Instant now,
      String recordedBy,
      String reviewer,
      Verdict verdict,
      String note) {
    var at = later(now, examined.lastEntry());
    return new Review(
        examined.row().operationId(),
        Schema.entry(at, EVENT),
        at,
        recordedBy,
        reviewer,
        verdict,
        note,
        examined.row().digest());
  }

  /**
   * A reviewer's clock may be behind that of AWS; a review that is sorted among the rows that a
   * document chains would be taken for one that was smuggled in.
   */
  private static Instant later(Instant now, String lastEntry) {
    var afterAll = Instant.parse(lastEntry.substring(0, lastEntry.indexOf('#'))).plusMillis(1);
    return now.isAfter(afterAll) ? now : afterAll;
  }

  /**
   * The row, to be put where there is none of this key.
   *
   * @param timeToLive when the trail is forgotten, in epoch seconds
   */
  public Map<String, AttributeValue> item(long timeToLive) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put(Schema.OPERATION_ID, Attributes.text(operationId));
    item.put(Schema.ENTRY, Attributes.text(entry));
    item.put("event", Attributes.text(EVENT));
    item.put("at", Attributes.time(at));
    item.put("recorded_by", Attributes.text(recordedBy));
    item.put("reviewer", Attributes.text(reviewer));
    item.put("verdict", Attributes.text(verdict.name()));
    item.put("note", Attributes.text(note));
    item.put("evidence_digest", Attributes.text(evidenceDigest));
    item.put(Schema.TIME_TO_LIVE, Attributes.number(timeToLive));
    return item;
  }

  static boolean is(JsonNode row) {
    return EVENT.equals(row.path("event").asText());
  }

  /** Empty where the row isn't as this command writes one. */
  static Optional<Review> read(JsonNode row) {
    try {
      var review = Records.read(row, Review.class);
      var members = Stream.of(review.verdict, review.reviewer, review.at, review.evidenceDigest);
      return members.allMatch(Objects::nonNull) ? Optional.of(review) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
