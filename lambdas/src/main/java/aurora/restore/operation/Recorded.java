package aurora.restore.operation;

import java.time.Instant;

/**
 * A milestone that has been recorded.
 *
 * @param at when it was reached
 * @param repeated whether somebody else had recorded it before: an event delivered twice
 * @param claimed of a failure, whether its execution had claimed the operation, and so may have
 *     made something
 */
public record Recorded(Milestone event, Instant at, boolean repeated, boolean claimed) {

  public Recorded(Milestone event, Instant at, boolean repeated) {
    this(event, at, repeated, false);
  }
}
