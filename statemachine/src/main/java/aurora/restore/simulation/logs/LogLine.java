package aurora.restore.simulation.logs;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param group e.g. {@code /aws/lambda/aurora-restore-notify}
 */
public record LogLine(Instant at, String group, String text) {}
