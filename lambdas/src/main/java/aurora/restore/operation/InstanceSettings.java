package aurora.restore.operation;

/**
 * Settings of an instance that RDS resets unless they are passed on. Each is null where neither the
 * input nor the source's writer says one (RDS API Reference, CreateDBInstance).
 *
 * @param monitoringIntervalSeconds of enhanced monitoring: 0 (off), 1, 5, 10, 15, 30 or 60
 * @param monitoringRoleArn the role that it writes its logs under; null where it is off
 * @param performanceInsightsRetentionDays 7, a multiple of 31 up to 713, or 731
 * @param performanceInsightsKmsKeyId null: the account's default key
 * @param caCertificate the identifier of a certificate authority, e.g. {@code rds-ca-rsa2048-g1}
 */
public record InstanceSettings(
    Boolean autoMinorVersionUpgrade,
    Integer monitoringIntervalSeconds,
    String monitoringRoleArn,
    Boolean performanceInsights,
    Integer performanceInsightsRetentionDays,
    String performanceInsightsKmsKeyId,
    String caCertificate) {
  /** Nothing is said: RDS's defaults, as in plans of an earlier version. */
  public static final InstanceSettings DEFAULTS =
      new InstanceSettings(null, null, null, null, null, null, null);
}
