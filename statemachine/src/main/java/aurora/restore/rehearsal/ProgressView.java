package aurora.restore.rehearsal;

import aurora.restore.operator.CurrentStep;
import aurora.restore.simulation.sns.PublishedMessage;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line per step with the simulated clock: on a terminal one that is written over as the step goes
 * on, elsewhere a new one whenever something changed.
 */
final class ProgressView implements View {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** The clock and two blanks. */
  private static final int CLOCK_COLUMNS = 16;

  /** A step and what is seen of it, as long as most are. */
  private static final int STEP_COLUMNS = 40;

  /** {@code 100 %} and the brackets of the bar. */
  private static final int PERCENT_COLUMNS = 9;

  private static final int LEAST_BAR = 6;
  private static final int MOST_BAR = 40;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final Width width;
  private final boolean terminal;
  private final boolean showsMails;
  private final Map<String, CurrentStep> shown = new HashMap<>();
  private String open;

  /**
   * @param terminal whether a line can be written over
   * @param showsMails whether the bodies of messages are shown too
   */
  ProgressView(PrintWriter out, Width width, boolean terminal, boolean showsMails) {
    this.out = out;
    this.width = width;
    this.terminal = terminal;
    this.showsMails = showsMails;
  }

  @Override
  public synchronized void step(Instant at, CurrentStep step) {
    var known = shown.get(step.state());
    if (known != null && (step.observed() == null || step.equals(known))) {
      return; // the same state again, looking whether anything changed
    }
    shown.put(step.state(), step);
    var line = CLOCK.format(at) + "  " + line(step);
    if (!terminal) {
      out.println(line);
      out.flush();
      return;
    }
    if (open != null && !open.equals(step.state())) {
      out.println();
    }
    out.print("\r" + line + CLEAR_TO_END);
    out.flush();
    open = step.state();
  }

  @Override
  public void mail(PublishedMessage message) {
    say(message.at(), "mail: " + message.subject());
    if (showsMails) {
      message.body().lines().forEach(line -> out.println("    | " + line));
      out.flush();
    }
  }

  @Override
  public void redriven(Instant at, List<String> mended) {
    say(
        at,
        "REDRIVEN  "
            + (mended.isEmpty()
                ? "nothing was to be mended"
                : "mended: " + String.join(", ", mended)));
    shown.clear();
  }

  @Override
  public void note(Instant at, String what) {
    say(at, what);
    shown.clear();
  }

  private void say(Instant at, String what) {
    end();
    out.println(CLOCK.format(at) + "  " + width.wrapped(what, CLOCK_COLUMNS));
    out.flush();
  }

  /** Also when somebody interrupts: the shell's prompt begins a line of its own then. */
  @Override
  public synchronized void end() {
    if (open != null) {
      out.println();
      open = null;
    }
    out.flush();
  }

  private String line(CurrentStep step) {
    var room = width.columns() - CLOCK_COLUMNS;
    if (step.observed() == null) {
      return cut(step.state(), room);
    }
    var start = String.format("%-20s %s", step.state(), step.observed());
    if (step.percent() == null) {
      return cut(start, room);
    }
    var stepColumns = Math.min(STEP_COLUMNS, room - PERCENT_COLUMNS);
    var percent =
        String.format("%-" + stepColumns + "s %3d %%", cut(start, stepColumns), step.percent());
    var bar = Math.min(MOST_BAR, room - stepColumns - PERCENT_COLUMNS);
    if (bar < LEAST_BAR) {
      return percent;
    }
    int full = step.percent() * bar / 100;
    return percent + " [" + "#".repeat(full) + ".".repeat(bar - full) + "]";
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
