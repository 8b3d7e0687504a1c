package aurora.restore.auditor;

import aurora.restore.auditor.Proof.Result;
import aurora.restore.auditor.Section.Row;
import aurora.restore.evidence.Evidence.Outcome;
import aurora.restore.page.Html;
import aurora.restore.page.TimelinePicture;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Examined evidence as one page for a browser: it needs no network, and no other file. */
public final class EvidencePage {
  private EvidencePage() {}

  public static String html(Examined examined) {
    return Html.page(
        EvidenceText.headline(examined),
        head(examined)
            + new Contents(examined)
                .all().stream()
                    .map(it -> Html.section(it.heading(), picture(examined, it) + content(it)))
                    .collect(Collectors.joining()));
  }

  private static String head(Examined examined) {
    var outcome =
        examined
            .summary()
            .map(it -> Html.judged(it.outcome().name(), it.outcome() != Outcome.FAILED))
            .orElseGet(() -> Html.judged("UNREADABLE", false));
    return "<h1>Operation "
        + Html.escaped(examined.row().operationId())
        + " "
        + outcome
        + "</h1>\n"
        + "<p>"
        + verdict(examined)
        + "</p>\n"
        + Html.softParagraph(
            "Written at "
                + examined.row().at()
                + ". What it supports, and what it doesn't prove: docs/evidence.md.");
  }

  private static String verdict(Examined examined) {
    return switch (examined.result()) {
      case HOLDS, ABSENT ->
          Html.judged("The evidence holds", true)
              + (isSigned(examined) ? "." : ", by its digest and the trail; it isn't signed.");
      case UNKNOWN -> Html.judged("Whether the evidence holds couldn't be found out", false) + ".";
      case BROKEN -> Html.judged("The evidence doesn't hold", false) + ".";
    };
  }

  private static boolean isSigned(Examined examined) {
    return examined.proofs().stream().noneMatch(it -> it.result() == Result.ABSENT);
  }

  /** The phases, which say more as bars than as rows. */
  private static String picture(Examined examined, Section section) {
    if (!section.heading().equals(DocumentSections.PHASES)) {
      return "";
    }
    var seconds = new LinkedHashMap<>(examined.evidence().seconds());
    seconds.put("total", seconds.values().stream().mapToLong(Long::longValue).sum());
    return TimelinePicture.of(seconds);
  }

  private static String content(Section section) {
    if (section.heading().equals(DocumentSections.PHASES)) {
      return "";
    }
    return section.rows().stream().allMatch(row -> row.name().isEmpty())
        ? Html.list(section.rows().stream().map(Row::value).toList())
        : Html.table(section.rows().stream().map(EvidencePage::row).toList());
  }

  private static String row(Row row) {
    var value =
        switch (row.mood()) {
          case PLAIN -> Html.escaped(row.value());
          case GOOD -> Html.judged(row.value(), true);
          case BAD -> Html.judged(row.value(), false);
        };
    return Html.namedHtml(row.name(), value);
  }
}
