package aurora.restore.plan;

import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.DataVerification;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.Mandate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The restore's input, well-formed. What the input leaves out is null, save where a default doesn't
 * depend on what AWS holds.
 *
 * @param clusterSettings what the input asks of the cluster beside, each null where it is silent
 * @param instanceSettings the same of the instances
 * @param mandate on whose behalf, and what it is held to
 * @param verification the checks by SQL; null where none are asked
 * @see InputKey what each means
 */
public record RestoreRequest(
    String snapshotId,
    String sourceRegion,
    String targetRegion,
    String vpcId,
    List<String> subnetIds,
    List<String> securityGroupIds,
    String operationId,
    String sourceClusterId,
    String snapshotType,
    Integer maxSnapshotAgeHours,
    String clusterId,
    String kmsKeyId,
    String engineVersion,
    String instanceClass,
    int instanceCount,
    Double minCapacity,
    Double maxCapacity,
    Integer secondsUntilAutoPause,
    String clusterParameterGroup,
    String instanceParameterGroup,
    Integer port,
    boolean deletionProtection,
    Integer backupRetentionDays,
    Boolean iamAuthentication,
    List<String> logExports,
    ClusterSettings clusterSettings,
    InstanceSettings instanceSettings,
    Map<String, String> tags,
    boolean manageMasterPassword,
    DataVerification verification,
    String onFailure,
    Integer expiresAfterHours,
    Mandate mandate,
    int copyDeadlineHours,
    int restoreDeadlineHours,
    int instanceDeadlineHours,
    boolean dryRun) {

  /** What {@code snapshot_id} says for the newest snapshot of a cluster. */
  public static final String LATEST = "latest";

  /** What {@code on_failure} says for deleting what a failed restore has made. */
  public static final String CLEAN_UP = "clean_up";

  /**
   * Reads an input.
   *
   * @param executionName the operation's id where the input has none
   * @throws aurora.restore.error.InvalidRequest with all that is wrong, where anything is
   */
  public static RestoreRequest read(JsonNode input, String executionName) {
    return new RequestReader(input).read(executionName);
  }

  boolean isCleanedUpOnFailure() {
    return CLEAN_UP.equals(onFailure);
  }

  boolean isLatest() {
    return LATEST.equals(snapshotId);
  }

  boolean isServerless() {
    return minCapacity != null;
  }

  boolean isCrossRegion() {
    return !sourceRegion.equals(targetRegion);
  }
}
