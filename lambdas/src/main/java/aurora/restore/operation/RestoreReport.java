package aurora.restore.operation;

import aurora.restore.telemetry.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a restore has brought about: the execution's output.
 *
 * @param snapshot what was restored
 * @param copiedSnapshot the ARN of the copy that it was restored from; null where none was made
 * @param seconds how long each phase took: {@code plan}, {@code copy}, {@code restore}, {@code
 *     instances}, {@code verify}, as far as they took place
 * @param rtoSeconds from the execution's start until the cluster was verified
 * @param verified what was compared with the plan and found as planned
 */
public record RestoreReport(
    String operationId,
    String region,
    String clusterId,
    String clusterArn,
    String endpoint,
    String readerEndpoint,
    int port,
    String engine,
    String engineVersion,
    List<Instance> instances,
    Snapshot snapshot,
    String copiedSnapshot,
    Map<String, Long> seconds,
    long rtoSeconds,
    long rpoSeconds,
    String masterSecretArn,
    List<String> verified,
    List<String> warnings)
    implements Told {

  @Override
  public String told() {
    return "verified cluster " + clusterId + ": RTO " + rtoSeconds + " s, RPO " + rpoSeconds + " s";
  }

  /**
   * @param role {@code writer} or {@code reader}
   */
  public record Instance(
      String id, String role, String instanceClass, String availabilityZone, String endpoint) {}

  /**
   * @param ageSeconds how old it was when the execution started: what is lost, the RPO
   */
  public record Snapshot(String id, String arn, Instant createdAt, long ageSeconds) {}
}
