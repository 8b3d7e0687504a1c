package aurora.restore.operation;

import java.time.Instant;
import java.util.Map;

/**
 * The snapshot that an operation restores, as it was when the plan was made. It is never touched.
 *
 * @param clusterId the cluster that it was taken of
 * @param createdAt when it was taken: what the RPO is counted from, since a copy's own time isn't
 *     documented
 * @param engineMode {@code provisioned}, or one that isn't restored; null where it isn't told
 * @param storageType {@code aurora} or {@code aurora-iopt1}; null where it isn't told
 * @param kmsKeyId the ARN of its key; null where it isn't encrypted or AWS owns the key
 * @param tags its tags, without those that AWS reserves
 * @param vpcId the VPC of the cluster that it was taken of; null where it isn't told, and in a plan
 *     that was made before it was asked for
 */
public record SourceSnapshot(
    String id,
    String arn,
    String account,
    String clusterId,
    String clusterResourceId,
    Instant createdAt,
    String engine,
    String engineVersion,
    String engineMode,
    String storageType,
    boolean encrypted,
    String kmsKeyId,
    boolean iamAuthentication,
    Map<String, String> tags,
    String vpcId) {}
