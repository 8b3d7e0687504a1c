package aurora.restore.auditor;

import aurora.restore.evidence.Evidence;
import aurora.restore.evidence.EvidenceRow;
import java.util.regex.Pattern;

/** A document with all that it takes to hold it against a trail, whoever may have written it. */
final class Whole {
  private static final Pattern LINK = Pattern.compile("[0-9a-f]{64}");

  private Whole() {}

  /**
   * @throws IllegalArgumentException where the row's document is no such one
   * @throws java.time.DateTimeException where a time in it is none
   */
  static Evidence evidence(EvidenceRow row) {
    var evidence = row.evidence();
    require(evidence.operationId() != null, "operation_id");
    require(evidence.outcome() != null, "outcome");
    var trail = evidence.trail();
    require(trail != null && trail.events() != null && isLink(trail.digest()), "trail");
    for (var event : trail.events()) {
      require(
          event != null && event.entry() != null && event.event() != null && isLink(event.digest()),
          "trail");
    }
    return evidence;
  }

  private static boolean isLink(String digest) {
    return digest != null && LINK.matcher(digest).matches();
  }

  private static void require(boolean isThere, String member) {
    if (!isThere) {
      throw new IllegalArgumentException("its " + member + " is missing or isn't whole");
    }
  }
}
