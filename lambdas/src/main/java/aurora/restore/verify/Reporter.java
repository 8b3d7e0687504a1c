package aurora.restore.verify;

import aurora.restore.operation.Milestone;
import aurora.restore.operation.RestoreReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Writes the report of a verified restore. */
final class Reporter {
  private final VerifyInput input;
  private final Instant now;

  Reporter(VerifyInput input, Instant now) {
    this.input = input;
    this.now = now;
  }

  RestoreReport report(FoundCluster found, List<DBInstance> instances, List<String> verified) {
    var cluster = found.cluster();
    var plan = input.plan();
    var started = input.execution().startedAt();
    var snapshot = plan.snapshot();
    var age = Duration.between(snapshot.createdAt(), started).toSeconds();
    var secret = cluster.masterUserSecret();
    return new RestoreReport(
        plan.operationId(),
        plan.targetRegion(),
        cluster.dbClusterIdentifier(),
        cluster.dbClusterArn(),
        cluster.endpoint(),
        cluster.readerEndpoint(),
        cluster.port(),
        cluster.engine(),
        cluster.engineVersion(),
        instances.stream().map(instance -> instance(instance, found.writers())).toList(),
        new RestoreReport.Snapshot(snapshot.id(), snapshot.arn(), snapshot.createdAt(), age),
        plan.copyNeeded() ? plan.copy().arn() : null,
        seconds(),
        Duration.between(started, now).toSeconds(),
        age,
        secret == null ? null : secret.secretArn(),
        verified,
        null,
        null,
        plan.warnings());
  }

  private static RestoreReport.Instance instance(DBInstance instance, List<String> writers) {
    var id = instance.dbInstanceIdentifier();
    return new RestoreReport.Instance(
        id,
        writers.contains(id) ? "writer" : "reader",
        instance.dbInstanceClass(),
        instance.availabilityZone(),
        instance.endpoint() == null ? null : instance.endpoint().address());
  }

  /** A phase lasts from one milestone to the next; a copy may be made anew, and lasts twice. */
  private Map<String, Long> seconds() {
    var seconds = new LinkedHashMap<String, Long>();
    var from = input.execution().startedAt();
    for (var reached : input.timeline()) {
      seconds.merge(
          reached.event().phase(), Duration.between(from, reached.at()).toSeconds(), Long::sum);
      from = reached.at();
    }
    seconds.put(Milestone.COMPLETED.phase(), Duration.between(from, now).toSeconds());
    return seconds;
  }
}
