package aurora.restore.rehearsal;

import aurora.restore.operator.Step;
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
  private static final int BAR = 20;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final Map<String, Step> shown = new HashMap<>();
  private String open;

  ProgressView(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void step(Instant at, Step step) {
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
    end();
    out.println(CLOCK.format(message.at()) + "  mail: " + message.subject());
    out.flush();
  }

  @Override
  public void redriven(Instant at, List<String> mended) {
    end();
    shown.clear();
    var gone =
        mended.isEmpty() ? "nothing was to be mended" : "mended: " + String.join(", ", mended);
    out.println(CLOCK.format(at) + "  REDRIVEN  " + gone);
    out.flush();
  }

  @Override
  public void note(Instant at, String what) {
    end();
    shown.clear();
    out.println(CLOCK.format(at) + "  " + what);
    out.flush();
  }

  @Override
  public void end() {
    if (open != null) {
      out.println();
      open = null;
    }
    out.flush();
  }

  private static String line(Step step) {
    if (step.observed() == null) {
      return step.state();
    }
    var start = String.format("%-20s %s", step.state(), step.observed());
    if (step.percent() == null) {
      return start;
    }
    int full = step.percent() * BAR / 100;
    return String.format(
        "%-40s [%s%s] %3d %%", start, "#".repeat(full), ".".repeat(BAR - full), step.percent());
  }
}
