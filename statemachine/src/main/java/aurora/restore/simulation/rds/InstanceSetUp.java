package aurora.restore.simulation.rds;

import java.util.LinkedHashMap;
import java.util.Map;

/** An instance of a cluster that somebody else made long ago: what isn't said is RDS's default. */
public final class InstanceSetUp {
  final String identifier;
  final String instanceClass;
  final Map<String, String> tags = new LinkedHashMap<>();
  private String parameterGroup;
  private int promotionTier = 1;
  private boolean publiclyAccessible;
  private boolean autoMinorVersionUpgrade = true;
  private int monitoringIntervalSeconds;
  private String monitoringRoleArn;
  private Integer insightsRetentionDays;
  private String insightsKeyArn;
  private String caCertificate = Instance.DEFAULT_CA;

  InstanceSetUp(String identifier, String instanceClass) {
    this.identifier = Identifiers.fold(identifier);
    this.instanceClass = instanceClass;
  }

  public InstanceSetUp parameterGroup(String name) {
    parameterGroup = Identifiers.fold(name);
    return this;
  }

  /**
   * @param tier 0 to 15
   */
  public InstanceSetUp promotionTier(int tier) {
    promotionTier = tier;
    return this;
  }

  public InstanceSetUp publiclyAccessible() {
    publiclyAccessible = true;
    return this;
  }

  public InstanceSetUp autoMinorVersionUpgrade(boolean on) {
    autoMinorVersionUpgrade = on;
    return this;
  }

  /**
   * Enhanced monitoring.
   *
   * @param intervalSeconds 1, 5, 10, 15, 30 or 60
   */
  public InstanceSetUp monitoring(int intervalSeconds, String roleArn) {
    monitoringIntervalSeconds = intervalSeconds;
    monitoringRoleArn = roleArn;
    return this;
  }

  /**
   * Performance Insights.
   *
   * @param keyArn null for the account's default key
   */
  public InstanceSetUp performanceInsights(int retentionDays, String keyArn) {
    insightsRetentionDays = retentionDays;
    insightsKeyArn = keyArn;
    return this;
  }

  /**
   * @param identifier e.g. {@code rds-ca-rsa4096-g1}
   */
  public InstanceSetUp caCertificate(String identifier) {
    caCertificate = identifier;
    return this;
  }

  public InstanceSetUp tags(Map<String, String> more) {
    tags.putAll(more);
    return this;
  }

  Instance.Settings settings(EngineVersion version) {
    return new Instance.Settings(
        instanceClass,
        parameterGroup == null ? ParameterGroups.defaultName(version) : parameterGroup,
        promotionTier,
        publiclyAccessible,
        false,
        autoMinorVersionUpgrade,
        monitoringIntervalSeconds,
        monitoringRoleArn,
        insightsRetentionDays,
        insightsKeyArn,
        caCertificate);
  }
}
