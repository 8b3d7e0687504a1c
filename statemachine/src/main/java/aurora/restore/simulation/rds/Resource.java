package aurora.restore.simulation.rds;

import java.util.Map;

/**
 * What exists, as an auditor sees it: the truth, without eventual consistency.
 *
 * @param status the wire status, e.g. {@code available}
 * @param keyArn the key that its data is encrypted under; null where it has none
 * @param clusterArn of an instance, its cluster as it is called by now; null for all else
 */
public record Resource(
    RdsKind kind,
    String account,
    String region,
    String identifier,
    String arn,
    String status,
    String keyArn,
    String clusterArn,
    Map<String, String> tags) {}
