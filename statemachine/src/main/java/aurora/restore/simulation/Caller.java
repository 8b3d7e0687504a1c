package aurora.restore.simulation;

/**
 * Who calls, and where: read off the request's signature.
 *
 * @param account the twelve digits of the calling account
 * @param region the region that the request was signed for
 * @param function the function that calls, e.g. {@code CopySnapshot}
 */
public record Caller(String account, String region, String function) {}
