package aurora.restore.auditor;

import aurora.restore.audit.Schema;
import aurora.restore.auditor.Section.Mood;
import aurora.restore.auditor.Section.Rows;
import aurora.restore.evidence.Evidence;
import java.util.List;
import java.util.stream.Stream;

/** What is shown of examined evidence, in order: the same as text and on a page. */
record Contents(Examined examined) {
  private static final int LINK_DIGITS = 12;

  List<Section> all() {
    return Stream.concat(Stream.of(verification()), summary())
        .filter(section -> !section.isEmpty())
        .toList();
  }

  /** Nothing of a document that can't be read. */
  private Stream<Section> summary() {
    return examined
        .summary()
        .map(
            it ->
                Stream.concat(
                    new DocumentSections(it).all(),
                    Stream.of(trail(it), later(), reviews(), signed())))
        .orElseGet(() -> Stream.of(later(), reviews(), signed()));
  }

  private Section verification() {
    var rows = new Rows("Verification");
    examined.proofs().forEach(it -> rows.of(it.subject().word(), says(it), mood(it)));
    return rows.section();
  }

  private static String says(Proof proof) {
    return proof.result().word() + ": " + proof.says();
  }

  private static Mood mood(Proof proof) {
    return switch (proof.result()) {
      case HOLDS -> Mood.GOOD;
      case ABSENT -> Mood.PLAIN;
      case UNKNOWN, BROKEN -> Mood.BAD;
    };
  }

  private static Section trail(Evidence evidence) {
    var rows = new Rows("Trail, as the document has it");
    if (evidence.trail() != null) {
      for (var link : evidence.trail().events()) {
        rows.of(
            link.event(),
            time(link.entry()) + ", link " + link.digest().substring(0, LINK_DIGITS) + "…");
      }
    }
    return rows.section();
  }

  private Section later() {
    var rows = new Rows("Noted since");
    for (var event : examined.later()) {
      rows.of(event.path("event").asText(), time(event.path(Schema.ENTRY).asText()));
    }
    return rows.section();
  }

  private static String time(String entry) {
    return entry.replaceFirst("#.*", "");
  }

  private Section reviews() {
    var rows = new Rows("Reviews");
    for (var review : examined.reviews()) {
      var ofThis = review.evidenceDigest().equals(examined.row().digest());
      rows.of(
          review.verdict().name(),
          "by %s on %s, as %s: %s%s"
              .formatted(
                  review.reviewer(),
                  review.at(),
                  review.recordedBy(),
                  review.note(),
                  ofThis ? "" : " (of another document, " + review.evidenceDigest() + ")"),
          review.verdict() == Review.Verdict.ACCEPTED ? Mood.PLAIN : Mood.BAD);
    }
    examined.unreadReviews().forEach(entry -> rows.of("unreadable", entry, Mood.BAD));
    return rows.section();
  }

  private Section signed() {
    var row = examined.row();
    var rows =
        new Rows("Digest and signature")
            .of("digest", row.digest())
            .of("written", row.at())
            .of("recorded by", row.recordedBy());
    if (row.signature() != null) {
      rows.of("key", row.signature().keyArn())
          .of("algorithm", row.signature().algorithm())
          .of("signature", row.signature().value());
    }
    return rows.section();
  }
}
