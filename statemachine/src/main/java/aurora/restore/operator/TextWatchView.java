package aurora.restore.operator;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A line per step: on a terminal written over as the step goes on, elsewhere at each change. */
final class TextWatchView implements WatchView {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int BAR = 20;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private CurrentStep shown;
  private boolean isOpen;

  TextWatchView(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void step(Instant at, CurrentStep step) {
    var same = shown != null && shown.state().equals(step.state());
    if (same && (step.observed() == null || step.equals(shown))) {
      return; // the same state again, looking whether anything changed
    }
    var line = CLOCK.format(at) + "  " + line(step);
    if (!terminal) {
      out.println(line);
    } else {
      if (!same) {
        closeLine();
      }
      out.print("\r" + line + CLEAR_TO_END);
    }
    out.flush();
    shown = step;
    isOpen = terminal;
  }

  private static String line(CurrentStep step) {
    var observed = Objects.requireNonNullElse(step.observed(), "");
    if (step.percent() == null) {
      return "%-24s %s".formatted(step.state(), observed).stripTrailing();
    }
    int full = step.percent() * BAR / 100;
    return "%-24s %-16s [%s%s] %3d %%"
        .formatted(
            step.state(), observed, "#".repeat(full), ".".repeat(BAR - full), step.percent());
  }

  @Override
  public void milestone(Instant at, String event) {
    closeLine();
    out.println(CLOCK.format(at) + "  = " + event);
    out.flush();
  }

  @Override
  public void ended(DescribeExecutionResponse execution) {
    closeLine();
    out.println(CLOCK.format(execution.stopDate()) + "  " + execution.statusAsString());
    if (Executions.isBad(execution.status())) {
      out.println();
      out.println(Executions.error(execution) + ": " + Executions.why(execution));
      out.println("The runbook has it: docs/runbook.md#" + anchor(execution));
    }
    out.flush();
  }

  private static String anchor(DescribeExecutionResponse execution) {
    var error = Executions.error(execution);
    return error.startsWith("States.") || execution.error() == null
        ? "handling-failures"
        : error.toLowerCase(Locale.ROOT);
  }

  private void closeLine() {
    if (isOpen) {
      out.println();
      isOpen = false;
    }
  }
}
