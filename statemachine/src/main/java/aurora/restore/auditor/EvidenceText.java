package aurora.restore.auditor;

import aurora.restore.auditor.Section.Mood;
import aurora.restore.auditor.Section.Row;
import java.util.ArrayList;
import java.util.List;

/** Examined evidence, to be read on a terminal. */
public final class EvidenceText {
  private static final int LEAST_NAME = 12;

  private EvidenceText() {}

  public static List<String> lines(Examined examined) {
    var lines = new ArrayList<String>();
    lines.add(headline(examined));
    for (var section : new Contents(examined).all()) {
      lines.add("");
      lines.add(section.heading());
      var width =
          section.rows().stream()
              .mapToInt(row -> row.name().length())
              .reduce(LEAST_NAME, Math::max);
      section.rows().forEach(row -> lines.addAll(lines(row, width)));
    }
    return lines;
  }

  static String headline(Examined examined) {
    return "Evidence of operation "
        + examined.row().operationId()
        + ": "
        + examined.summary().map(it -> it.outcome().name()).orElse("its document can't be read");
  }

  private static List<String> lines(Row row, int width) {
    var mark = row.mood() == Mood.BAD ? "! " : "  ";
    var first = row.name().isEmpty() ? mark : mark + ("%-" + width + "s  ").formatted(row.name());
    var next = " ".repeat(first.length());
    var lines = new ArrayList<String>();
    for (var line : row.value().lines().toList()) {
      lines.add((lines.isEmpty() ? first : next) + line);
    }
    return lines;
  }
}
