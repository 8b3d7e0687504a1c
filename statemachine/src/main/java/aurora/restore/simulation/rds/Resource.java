package aurora.restore.simulation.rds;

import java.util.Map;

/**
 * What exists, as an auditor sees it: the truth, without eventual consistency.
 *
 * @param status the wire status, e.g. {@code available}
 */
public record Resource(
    Kind kind,
    String account,
    String region,
    String identifier,
    String arn,
    String status,
    Map<String, String> tags) {}
