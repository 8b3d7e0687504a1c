package aurora.restore.rehearsal;

import aurora.restore.operator.CurrentStep;
import aurora.restore.simulation.sns.PublishedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a rehearsal shows, for a page that is written afterwards; shows it to another too. */
final class Recording implements View {
  /**
   * A line of the course.
   *
   * @param percent null where nobody knows
   */
  record Entry(Instant at, String what, String observed, Integer percent) {}

  private final View other;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, CurrentStep> last = new HashMap<>();

  Recording(View other) {
    this.other = other;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void step(Instant at, CurrentStep step) {
    other.step(at, step);
    var known = last.get(step.state());
    if (known != null && (step.observed() == null || step.equals(known))) {
      return; // the same state again, looking whether anything changed
    }
    last.put(step.state(), step);
    var isItsFirstSight =
        !entries.isEmpty()
            && entries.getLast().what().equals(step.state())
            && entries.getLast().observed() == null;
    var since = isItsFirstSight ? entries.removeLast().at() : at;
    entries.add(new Entry(since, step.state(), step.observed(), step.percent()));
  }

  @Override
  public void mail(PublishedMessage message) {
    other.mail(message);
    entries.add(new Entry(message.at(), "mail", message.subject(), null));
  }

  @Override
  public void redriven(Instant at, List<String> mended) {
    other.redriven(at, mended);
    last.clear();
    entries.add(new Entry(at, "REDRIVEN", String.join(", ", mended), null));
  }

  @Override
  public void note(Instant at, String what) {
    other.note(at, what);
    last.clear();
    entries.add(new Entry(at, what, null, null));
  }

  @Override
  public void end() {
    other.end();
  }
}
