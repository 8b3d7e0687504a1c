package aurora.restore.operation;

/**
 * What a serverless cluster may scale between, in Aurora capacity units.
 *
 * @param secondsUntilAutoPause 300 to 86400; null where it never pauses or RDS's default holds
 */
public record Capacity(double min, double max, Integer secondsUntilAutoPause) {}
