package aurora.restore.page;

import java.time.Duration;
import java.util.Map;

/**
 * The phases of an operation as an SVG: a row for each, one beginning where the other ends. Of a
 * width that a phone shows without making letters too small.
 */
public final class TimelinePicture {
  private static final int WIDTH = 400;
  private static final int LABELS = 72;
  private static final int TIMES = 64;
  private static final int ROW = 26;
  private static final int BAR = 14;
  private static final int LEAST_BAR = 2;

  private TimelinePicture() {}

  /**
   * @param seconds of each phase, in order; {@code total} is all of them
   */
  public static String of(Map<String, Long> seconds) {
    var total = Math.max(1, seconds.getOrDefault("total", 1L));
    var rows = new StringBuilder();
    long begun = 0;
    int row = 0;
    for (var phase : seconds.entrySet()) {
      if (phase.getKey().equals("total") || isNothing(phase)) {
        continue;
      }
      rows.append(row(phase.getKey(), begun, phase.getValue(), total, row++));
      begun += phase.getValue();
    }
    var height = row * ROW + ROW;
    return """
    <svg viewBox="0 0 %d %d" role="img" aria-label="How long each phase took">
    %s<line x1="%d" y1="%d" x2="%d" y2="%d"/>
    <text class="soft" x="%d" y="%d">0:00</text>
    <text class="soft" x="%d" y="%d" text-anchor="end">%s</text>
    </svg>
    """
        .formatted(
            WIDTH,
            height,
            rows,
            LABELS,
            row * ROW + 2,
            WIDTH - TIMES,
            row * ROW + 2,
            LABELS,
            row * ROW + 18,
            WIDTH - TIMES,
            row * ROW + 18,
            Html.words(Duration.ofSeconds(total)));
  }

  /** The moment after the last milestone is none to look at. */
  private static boolean isNothing(Map.Entry<String, Long> phase) {
    return phase.getKey().equals("end") && phase.getValue() == 0;
  }

  private static String row(String phase, long begun, long length, long total, int row) {
    var room = WIDTH - LABELS - TIMES;
    var x = LABELS + (int) (begun * room / total);
    var width = Math.max(LEAST_BAR, (int) (length * room / total));
    var baseline = row * ROW + BAR;
    return """
    <text x="0" y="%d">%s</text>
    <rect%s x="%d" y="%d" width="%d" height="%d" rx="2"/>
    <text class="soft" x="%d" y="%d" text-anchor="end">%s</text>
    """
        .formatted(
            baseline,
            phase,
            phase.equals("failed") ? " class=\"bad\"" : "",
            x,
            row * ROW + 2,
            width,
            BAR,
            WIDTH,
            baseline,
            Html.words(Duration.ofSeconds(length)));
  }
}
