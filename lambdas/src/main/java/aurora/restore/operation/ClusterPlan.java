package aurora.restore.operation;

import static java.util.Objects.requireNonNullElse;

import aurora.restore.json.Rewritten;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The cluster that an operation makes. Whatever RDS would reset to a default of its own is written
 * down here and passed on.
 *
 * @param restoreFrom the snapshot that it is restored from: an identifier, or an ARN where it is
 *     shared by another account
 * @param kmsKeyId the ARN of the key to encrypt it under, or its alias where the key couldn't be
 *     looked at; null: that of the snapshot
 * @param parameterGroup null: the engine's default group
 * @param backupRetentionDays null: what the snapshot holds
 * @param capacity null where the instances aren't serverless
 */
public record ClusterPlan(
    String id,
    String arn,
    String restoreFrom,
    String engine,
    String engineVersion,
    Integer port,
    String kmsKeyId,
    String vpcId,
    String subnetGroup,
    List<String> subnetIds,
    List<String> securityGroupIds,
    String parameterGroup,
    boolean deletionProtection,
    Integer backupRetentionDays,
    boolean iamAuthentication,
    List<String> logExports,
    Capacity capacity,
    boolean manageMasterPassword,
    ClusterSettings settings)
    implements Rewritten {

  /**
   * A plan that was made before there were settings has none. It may say port 0, as snapshots do:
   * their port isn't known.
   */
  public ClusterPlan {
    port = port == null || port == 0 ? null : port;
    settings = requireNonNullElse(settings, ClusterSettings.DEFAULTS);
  }

  @Override
  public void rewrite(Map<String, Object> members) {
    members.put("second_calls", needsSecondCalls());
  }

  /**
   * Whether it has settings that a restore has no member for and that are applied afterwards: the
   * state machine's question reads it, so that it is written with the plan.
   */
  @JsonProperty(value = "second_calls", access = JsonProperty.Access.READ_ONLY)
  public boolean needsSecondCalls() {
    return manageMasterPassword
        || settings.maintenanceWindow() != null
        || settings.databaseInsightsMode() != null
        || Boolean.TRUE.equals(settings.dataApi());
  }
}
