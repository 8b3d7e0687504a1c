package aurora.restore.operation;

import aurora.restore.json.Rewritten;
import aurora.restore.telemetry.Loggable;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;

/**
 * A milestone that has been recorded.
 *
 * @param at when it was reached
 * @param repeated whether somebody else had recorded it before: an event delivered twice
 * @param claimed of a failure, whether its execution had claimed the operation, and so may have
 *     made something
 * @param keptBecause of a failure alone: why nothing is cleaned up although its input asks for
 *     that, as a clause; empty where it is, or nothing asks; null of anything else
 * @param left of a failure alone: what the execution may have left; null of anything else
 * @param anew whether this very call recorded it, and no earlier try of the same did: for the log,
 *     and no part of the answer, which is the same for both
 */
public record Recorded(
    Milestone event,
    Instant at,
    boolean repeated,
    boolean claimed,
    String keptBecause,
    LeftBehind left,
    @JsonIgnore boolean anew)
    implements Loggable, Rewritten {

  public Recorded(Milestone event, Instant at, boolean repeated) {
    this(event, at, repeated, false, null, null, !repeated);
  }

  @Override
  public void rewrite(Map<String, Object> members) {
    members.remove("anew");
  }

  @Override
  public String summary() {
    return anew ? "recorded " + event : event + " was recorded before";
  }
}
