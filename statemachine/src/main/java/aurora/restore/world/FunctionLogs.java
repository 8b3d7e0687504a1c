package aurora.restore.world;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The logs of all functions, oldest line first, as if in one group. */
public final class FunctionLogs {
  private final InstantSource time;
  private final List<LogEvent> events = new ArrayList<>();
  private int invocations;

  public FunctionLogs(InstantSource time) {
    this.time = time;
  }

  /** What Lambda tells a handler of its next invocation. */
  SimulatedContext invocation(String function) {
    return new SimulatedContext(function, "request-" + ++invocations, this);
  }

  void add(String function, String text) {
    events.add(new LogEvent(time.instant(), function, text));
  }

  List<LogEvent> events() {
    return Collections.unmodifiableList(events);
  }
}
