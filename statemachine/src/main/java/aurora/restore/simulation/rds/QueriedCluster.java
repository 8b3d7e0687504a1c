package aurora.restore.simulation.rds;

import java.time.Instant;

/**
 * A cluster as the Data API sees it.
 *
 * @param engine e.g. {@code aurora-postgresql}
 * @param isEnabled whether its HTTP endpoint is on
 * @param writerStatus null where it has no writer
 * @param idleSince when its writer has become available; null before
 * @param secondsUntilAutoPause null where it never pauses
 * @param username its master user's name
 * @param secretArn the secret that RDS keeps for it; null where there is none, or it isn't active
 */
public record QueriedCluster(
    String arn,
    String engine,
    String status,
    boolean isEnabled,
    String writerStatus,
    Instant idleSince,
    Integer secondsUntilAutoPause,
    String username,
    String secretArn) {}
