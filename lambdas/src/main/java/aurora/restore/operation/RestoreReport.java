package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a restore has brought about: the execution's output.
 *
 * @param snapshot what was restored
 * @param copiedSnapshot the ARN of the copy that it was restored from; null where none was made
 * @param seconds how long each phase took: {@code plan}, {@code copy}, {@code restore}, {@code
 *     instances}, {@code verify}, {@code checks}, as far as they took place
 * @param rtoSeconds from the execution's start until the cluster was verified
 * @param rpoSeconds the snapshot's age
 * @param checks what came of the checks by SQL; null where none were asked
 * @param measuredRpoSeconds how old the newest data was, by the checks that look for it, and no
 *     less than the snapshot; null where none does
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
    List<CheckResult> checks,
    Long measuredRpoSeconds,
    List<String> warnings)
    implements Loggable {

  public RestoreReport {
    seconds = Phases.inOrder(seconds);
  }

  /**
   * The same report once the data was looked at, too.
   *
   * @param found what came of the checks, none of which has failed
   */
  public RestoreReport checked(List<CheckResult> found, Instant startedAt, Instant now) {
    var phases = new LinkedHashMap<>(seconds);
    var rto = Duration.between(startedAt, now).toSeconds();
    phases.put(Phases.CHECKS, rto - rtoSeconds);
    var age =
        found.stream().map(CheckResult::ageSeconds).filter(Objects::nonNull).min(Long::compare);
    return new RestoreReport(
        operationId,
        region,
        clusterId,
        clusterArn,
        endpoint,
        readerEndpoint,
        port,
        engine,
        engineVersion,
        instances,
        snapshot,
        copiedSnapshot,
        phases,
        rto,
        rpoSeconds,
        masterSecretArn,
        verified,
        found,
        age.map(newest -> Math.max(newest, rpoSeconds)).orElse(null),
        Stream.concat(warnings.stream(), found.stream().flatMap(CheckResult::warning)).toList());
  }

  @Override
  public String summary() {
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
