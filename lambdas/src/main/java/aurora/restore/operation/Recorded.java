package aurora.restore.operation;

import java.time.Instant;

/** A milestone that has been recorded, and when it was reached. */
public record Recorded(Milestone event, Instant at) {}
