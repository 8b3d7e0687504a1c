package aurora.restore.simulation.rds;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;

/**
 * Enhanced monitoring, Performance Insights and the certificate of an instance (RDS API Reference,
 * CreateDBInstance).
 */
final class MonitoringRules {
  private static final Set<Integer> INTERVALS_SECONDS = Set.of(0, 1, 5, 10, 15, 30, 60);

  /** User Guide, Using SSL/TLS: the certificate authorities that are left. */
  private static final List<String> CERTIFICATE_AUTHORITIES =
      List.of(Instance.DEFAULT_CA, "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");

  private static final int USUAL_RETENTION_DAYS = 7;

  private final RdsState cloud;

  MonitoringRules(RdsState cloud) {
    this.cloud = cloud;
  }

  static int intervalSeconds(CreateDbInstanceRequest request) {
    var seconds = Objects.requireNonNullElse(request.monitoringInterval(), 0);
    if (!INTERVALS_SECONDS.contains(seconds)) {
      throw Refusal.invalidValue("Invalid monitoring interval: " + seconds);
    }
    if (seconds > 0 && request.monitoringRoleArn() == null) {
      throw Refusal.invalidCombination(
          "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other"
              + " than 0.");
    }
    if (seconds == 0 && request.monitoringRoleArn() != null) {
      throw Refusal.invalidCombination(
          "A MonitoringInterval value other than 0 is required if you specify a MonitoringRoleARN"
              + " value.");
    }
    return seconds;
  }

  /** Null where Performance Insights stays off. */
  static Integer insightsRetentionDays(CreateDbInstanceRequest request) {
    var retention = request.performanceInsightsRetentionPeriod();
    if (Boolean.TRUE.equals(request.enablePerformanceInsights())) {
      return OptionRules.requireInsightsRetention(
          Objects.requireNonNullElse(retention, USUAL_RETENTION_DAYS));
    }
    if (retention != null) {
      throw Refusal.invalidCombination(
          "PerformanceInsightsRetentionPeriod needs EnablePerformanceInsights");
    }
    if (request.performanceInsightsKMSKeyId() != null) {
      throw Refusal.invalidCombination(
          "PerformanceInsightsKMSKeyId needs EnablePerformanceInsights");
    }
    return null;
  }

  /** The account's default key of the region unless one is named; null where it stays off. */
  String insightsKeyArn(AccountRegion place, CreateDbInstanceRequest request) {
    return Boolean.TRUE.equals(request.enablePerformanceInsights())
        ? insightsKeyArn(place, request.performanceInsightsKMSKeyId())
        : null;
  }

  String insightsKeyArn(AccountRegion place, String reference) {
    return reference == null
        ? cloud.kms.managedKey(place.account(), place.region(), "alias/aws/rds").arn()
        : new KeyRules(cloud).requireUsable(place, reference).arn();
  }

  static List<String> certificateAuthorities() {
    return CERTIFICATE_AUTHORITIES;
  }

  static String caCertificate(String asked) {
    if (asked == null) {
      return Instance.DEFAULT_CA;
    }
    if (!CERTIFICATE_AUTHORITIES.contains(asked)) {
      throw Refusal.notFoundCertificate(asked);
    }
    return asked;
  }
}
