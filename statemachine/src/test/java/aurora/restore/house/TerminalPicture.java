package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.rehearsal.Rehearse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** A rehearsal as a terminal shows it, drawn as an SVG: each step's line as it was last. */
final class TerminalPicture {
  private static final int LINE = 18;
  private static final int MARGIN = 16;
  private static final int COLUMN = 8;
  private static final int COLUMNS = 100;

  /** Where a line's step begins and ends. */
  private static final int STEP_FROM = 16;

  private static final int STEP_TO = 36;

  /** What follows the timeline is for those who ran it. */
  private static final String LAST = "STATE TABLE";

  private TerminalPicture() {}

  static String svg() {
    var out = new StringWriter();
    var status =
        new CommandLine(new Rehearse())
            .setOut(new PrintWriter(out))
            .execute(
                "--speed", "max", "--input", Repository.path("docs/examples/restore.json") + "");
    assertThat(status).isZero();
    return drawn(lastOfEachStep(out.toString().lines().toList()));
  }

  private static List<String> lastOfEachStep(List<String> lines) {
    var shown = new ArrayList<String>(List.of("$ ./rehearse", ""));
    for (var line : lines) {
      if (line.equals(LAST)) {
        break;
      }
      if (Objects.equals(step(line), step(shown.getLast()))) {
        shown.removeLast();
      }
      shown.add(line);
    }
    while (shown.getLast().isEmpty()) {
      shown.removeLast();
    }
    return shown;
  }

  /** The step of a line of the course; the line itself where it is none. */
  private static String step(String line) {
    return line.matches("\\d\\d-\\d\\d .*") && !line.contains("mail:")
        ? line.substring(STEP_FROM, Math.min(line.length(), STEP_TO)).strip()
        : line + " ";
  }

  private static String drawn(List<String> lines) {
    var width = COLUMNS * COLUMN + 2 * MARGIN;
    var height = lines.size() * LINE + 2 * MARGIN;
    var texts = new ArrayList<String>();
    for (int at = 0; at < lines.size(); at++) {
      var y = MARGIN + at * LINE + LINE - 5;
      texts.add(
          "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>"
              .formatted(MARGIN, y, escaped(lines.get(at))));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img">
    <title>A rehearsal in a terminal</title>
    <style>
    rect { fill: #f6f8fa; stroke: #d1d9e0 } text { fill: #1b1f24; font: 13px ui-monospace, monospace }
    @media (prefers-color-scheme: dark) { rect { fill: #151b23; stroke: #3d444d } text { fill: #e6edf3 } }
    </style>
    <rect x="0.5" y="0.5" width="%d" height="%d" rx="6"/>
    %s
    </svg>
    """
        .formatted(
            width,
            height,
            width,
            width - 1,
            height - 1,
            texts.stream().collect(Collectors.joining("\n")));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
