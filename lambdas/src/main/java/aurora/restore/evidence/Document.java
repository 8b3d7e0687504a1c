package aurora.restore.evidence;

import aurora.restore.edge.Settings;
import aurora.restore.evidence.Evidence.FailedAt;
import aurora.restore.evidence.Evidence.RunBefore;
import aurora.restore.evidence.Evidence.Segregation;
import aurora.restore.evidence.Evidence.Snapshot;
import aurora.restore.evidence.Evidence.Source;
import aurora.restore.evidence.Evidence.Started;
import aurora.restore.evidence.Evidence.Target;
import aurora.restore.evidence.Evidence.Trail;
import aurora.restore.evidence.Evidence.Versions;
import aurora.restore.operation.Arn;
import aurora.restore.operation.Milestone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes evidence out of what is known.
 *
 * @param recorder the ARN of the execution that has it written
 * @param writtenAt the time of the row that it becomes
 */
record Document(Facts facts, Settings.Evidence settings, String recorder, Instant writtenAt) {

  /**
   * @param before the completed operation before this one; null where none is known
   */
  Evidence with(RunBefore before, Trail trail) {
    var report = facts.report();
    var objectives = Goals.of(facts);
    return new Evidence(
        Evidence.FORMAT,
        facts.operationId(),
        facts.outcome(),
        writtenAt,
        facts.execution(),
        started(),
        before,
        snapshot(),
        source(),
        target(),
        segregation(),
        seconds(),
        objectives,
        report == null ? null : report.verified(),
        report == null ? null : report.checks(),
        NotTested.of(facts),
        Deficiencies.of(facts, objectives),
        failure(),
        Inventory.of(facts, recorder),
        new Versions(settings.version(), settings.definitionDigest(), engine()),
        trail);
  }

  private Started started() {
    var request = facts.request();
    if (request == null && facts.plan() == null) {
      return null;
    }
    var mandate = facts.mandate();
    return new Started(
        mandate.schedule() == null ? "execution" : "schedule",
        mandate.schedule(),
        mandate.requestedBy(),
        mandate.approvedBy(),
        facts.isDrill(),
        request);
  }

  private Snapshot snapshot() {
    if (facts.plan() == null) {
      return null;
    }
    var snapshot = facts.plan().snapshot();
    return new Snapshot(
        snapshot.id(),
        snapshot.arn(),
        snapshot.clusterId(),
        snapshot.createdAt(),
        facts.snapshotAgeSeconds(),
        snapshot.engine(),
        snapshot.engineVersion(),
        snapshot.encrypted());
  }

  private Source source() {
    var plan = facts.plan();
    return plan == null
        ? null
        : new Source(plan.snapshot().account(), plan.sourceRegion(), plan.snapshot().vpcId());
  }

  private Target target() {
    if (facts.plan() == null) {
      return null;
    }
    var cluster = facts.plan().cluster();
    return new Target(
        new Arn(cluster.arn()).account(),
        facts.plan().targetRegion(),
        cluster.vpcId(),
        cluster.id(),
        cluster.arn());
  }

  private Segregation segregation() {
    if (facts.plan() == null) {
      return null;
    }
    var source = source();
    var target = target();
    return new Segregation(
        !source.account().equals(target.account()),
        !source.region().equals(target.region()),
        source.vpcId() == null ? null : !source.vpcId().equals(target.vpcId()));
  }

  private Map<String, Long> seconds() {
    var seconds = new LinkedHashMap<String, Long>();
    if (facts.report() != null) {
      seconds.putAll(facts.report().seconds());
    }
    if (facts.cleanUpReport() != null) {
      seconds.put(Milestone.CLEANED_UP.phase(), facts.cleanUpReport().seconds());
    }
    return seconds.isEmpty() ? null : seconds;
  }

  private FailedAt failure() {
    var failure = facts.failure();
    return failure == null
        ? null
        : new FailedAt(failure.error(), failure.message(), failure.state());
  }

  private String engine() {
    if (facts.report() != null) {
      return facts.report().engine() + " " + facts.report().engineVersion();
    }
    return facts.plan() == null
        ? null
        : facts.plan().cluster().engine() + " " + facts.plan().cluster().engineVersion();
  }
}
