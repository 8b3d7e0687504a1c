package aurora.restore.operation;

import java.time.Instant;

/**
 * A milestone that has been recorded.
 *
 * @param at when it was reached
 * @param repeated whether somebody else had recorded it before: an event delivered twice
 */
public record Recorded(Milestone event, Instant at, boolean repeated) {}
