package aurora.restore.plan;

import static aurora.restore.plan.InputKey.ENGINE_VERSION;
import static aurora.restore.plan.InputKey.LOG_EXPORTS;
import static aurora.restore.plan.InputKey.SNAPSHOT_ID;

import aurora.restore.operation.SourceSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/** The engine's version to restore to: offered in the target region, and reachable from there. */
final class EngineChecks {
  private static final Set<String> AURORA = Set.of("aurora-mysql", "aurora-postgresql");
  private static final String AVAILABLE = "available";
  private static final String PROVISIONED = "provisioned";
  private static final int MOST_NAMED = 10;

  private final RdsClient rds;
  private final RestoreRequest request;
  private final PreflightFindings findings;

  /**
   * @param rds of the target region
   */
  EngineChecks(RdsClient rds, RestoreRequest request, PreflightFindings findings) {
    this.rds = rds;
    this.request = request;
    this.findings = findings;
  }

  /**
   * @param version the one to restore to: the snapshot's own unless the input names another
   */
  EngineOffer check(SourceSnapshot snapshot, String version) {
    if (!AURORA.contains(snapshot.engine())) {
      findings.stop(
          SNAPSHOT_ID,
          "snapshot " + snapshot.id() + " is of " + snapshot.engine() + ", which isn't Aurora",
          "name a snapshot of an Aurora cluster");
      return EngineOffer.MISSING;
    }
    stopOtherModes(snapshot);
    var order = compare(version, snapshot.engineVersion());
    if (order < 0) {
      findings.stop(
          ENGINE_VERSION,
          version + " is lower than " + snapshot.engineVersion() + " of the snapshot",
          "leave it out, or name a higher one");
    }
    var offer =
        findings
            .unlessDenied(
                "whether "
                    + snapshot.engine()
                    + " "
                    + version
                    + " is offered in "
                    + request.targetRegion()
                    + " wasn't checked",
                () -> version(snapshot.engine(), version))
            .map(found -> found.map(EngineOffer::of).orElse(EngineOffer.MISSING))
            .orElse(EngineOffer.UNKNOWN);
    if (offer.missing()) {
      stopMissing(snapshot, version);
    }
    offer.version().ifPresent(found -> warnUnlessAvailable(found, version));
    if (order > 0 && offer.version().isPresent()) {
      upgrade(snapshot, version);
    }
    return offer;
  }

  /** Only provisioned clusters, Serverless v2 among them, can be restored as such. */
  private void stopOtherModes(SourceSnapshot snapshot) {
    var mode = snapshot.engineMode();
    var isLimitless = snapshot.engineVersion().contains("limitless");
    if (isLimitless || (mode != null && !PROVISIONED.equals(mode))) {
      findings.stop(
          SNAPSHOT_ID,
          "snapshot "
              + snapshot.id()
              + " is of "
              + (isLimitless ? "Aurora Limitless Database" : "engine mode " + mode),
          "serverless".equals(mode)
              ? "Serverless v1 can't be had any more: convert it to a provisioned cluster by hand,"
                  + " and name a snapshot of that"
              : "name a snapshot of a provisioned cluster: this pipeline restores no other");
    }
  }

  /** Logs that the version can't export make RDS refuse the restore. */
  void logExports(EngineOffer offer, List<String> logs) {
    offer
        .version()
        .filter(DBEngineVersion::hasExportableLogTypes)
        .ifPresent(
            version -> {
              var unknown =
                  logs.stream().filter(it -> !version.exportableLogTypes().contains(it)).toList();
              if (!unknown.isEmpty()) {
                findings.stop(
                    LOG_EXPORTS,
                    version.engine()
                        + " "
                        + version.engineVersion()
                        + " doesn't export "
                        + String.join(", ", unknown),
                    "name any of " + String.join(", ", version.exportableLogTypes()));
              }
            });
  }

  private void stopMissing(SourceSnapshot snapshot, String version) {
    findings.stop(
        ENGINE_VERSION,
        snapshot.engine()
            + " "
            + version
            + (request.cluster().engineVersion() == null ? ", the snapshot's version," : "")
            + " isn't offered in "
            + request.targetRegion(),
        findings
            .unlessDenied("what is offered instead can't be told", () -> offered(snapshot))
            .filter(others -> !others.isEmpty())
            .map(others -> "name an engine_version that is: " + String.join(", ", others))
            .orElse("name an engine_version that is, or another target_region"));
  }

  /** What the snapshot could be restored to there, the lowest first. */
  private List<String> offered(SourceSnapshot snapshot) {
    return rds
        .describeDBEngineVersionsPaginator(query -> query.engine(snapshot.engine()))
        .dbEngineVersions()
        .stream()
        .map(DBEngineVersion::engineVersion)
        .filter(other -> compare(other, snapshot.engineVersion()) >= 0)
        .sorted(EngineChecks::compare)
        .limit(MOST_NAMED)
        .toList();
  }

  private void warnUnlessAvailable(DBEngineVersion found, String version) {
    if (found.status() != null && !AVAILABLE.equals(found.status())) {
      findings.warn(
          found.engine()
              + " "
              + version
              + " is "
              + found.status()
              + " in "
              + request.targetRegion()
              + ": RDS may refuse it, name a later engine_version");
    }
  }

  private void upgrade(SourceSnapshot snapshot, String version) {
    var from = snapshot.engineVersion();
    var unchecked = "whether " + from + " can be upgraded to " + version + " wasn't checked";
    var looked = findings.unlessDenied(unchecked, () -> version(snapshot.engine(), from));
    if (looked.isEmpty()) {
      return;
    }
    if (looked.get().isEmpty()) {
      findings.warn(from + " isn't offered in " + request.targetRegion() + ": " + unchecked);
      return;
    }
    var targets =
        looked.get().get().validUpgradeTarget().stream().map(UpgradeTarget::engineVersion).toList();
    if (!targets.contains(version)) {
      findings.stop(
          ENGINE_VERSION,
          from + " of the snapshot can't be upgraded to " + version,
          targets.isEmpty()
              ? "leave it out"
              : "leave it out, or name one of " + String.join(", ", targets));
    }
  }

  /** Also one that can't be had for new clusters any more. */
  private Optional<DBEngineVersion> version(String engine, String version) {
    return rds
        .describeDBEngineVersionsPaginator(
            query -> query.engine(engine).engineVersion(version).includeAll(true))
        .dbEngineVersions()
        .stream()
        .findFirst();
  }

  /** By number, part for part: 16.10 is above 16.9. */
  private static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("[^0-9]+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
