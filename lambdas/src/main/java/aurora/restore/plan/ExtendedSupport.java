package aurora.restore.plan;

import aurora.restore.operation.SourceSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBMajorEngineVersion;
import software.amazon.awssdk.services.rds.model.LifecycleSupportName;
import software.amazon.awssdk.services.rds.model.SupportedEngineLifecycle;

/**
 * Whether a restore would be charged for Extended Support: it is where the engine's major version
 * is past its standard support and the cluster is enrolled, as RDS enrols it unless told otherwise
 * (Aurora User Guide, "Restoring an Aurora DB cluster with Amazon RDS Extended Support").
 */
final class ExtendedSupport {
  private final RdsClient rds;
  private final PreflightFindings findings;

  /**
   * @param rds of the target region
   */
  ExtendedSupport(RdsClient rds, PreflightFindings findings) {
    this.rds = rds;
    this.findings = findings;
  }

  /**
   * Warns where the restored cluster will cost more for its age.
   *
   * @param lifecycleSupport as it is passed on; null: RDS enrols
   */
  void warn(SourceSnapshot snapshot, EngineOffer offer, String lifecycleSupport, Instant now) {
    if (SettingsReader.STANDARD_ONLY.equals(lifecycleSupport)) {
      return;
    }
    var major = offer.version().map(DBEngineVersion::majorEngineVersion).orElse(null);
    if (major == null) {
      return; // not offered, or not to be looked at: a finding or a warning already
    }
    findings
        .unlessDenied(
            "whether " + snapshot.engine() + " " + major + " costs Extended Support isn't known",
            () -> standardEnd(snapshot.engine(), major))
        .flatMap(found -> found)
        .filter(now::isAfter)
        .ifPresent(
            end ->
                findings.warn(
                    "standard support of "
                        + snapshot.engine()
                        + " "
                        + major
                        + " ended at "
                        + end
                        + ", and the restored cluster is enrolled in Extended Support, which is"
                        + " charged by the hour: engine_lifecycle_support "
                        + SettingsReader.STANDARD_ONLY
                        + " avoids it, and lets RDS upgrade the cluster"));
  }

  private Optional<Instant> standardEnd(String engine, String major) {
    return rds
        .describeDBMajorEngineVersions(query -> query.engine(engine).majorEngineVersion(major))
        .dbMajorEngineVersions()
        .stream()
        .map(DBMajorEngineVersion::supportedEngineLifecycles)
        .flatMap(List::stream)
        .filter(
            it ->
                it.lifecycleSupportName() == LifecycleSupportName.OPEN_SOURCE_RDS_STANDARD_SUPPORT)
        .map(SupportedEngineLifecycle::lifecycleSupportEndDate)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
