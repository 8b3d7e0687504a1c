package aurora.restore.plan;

import aurora.restore.operation.ClusterSettings;
import aurora.restore.operation.DataVerification;
import aurora.restore.operation.Deadlines;
import aurora.restore.operation.InstanceSettings;
import aurora.restore.operation.Mandate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The restore's input, well-formed. What the input leaves out is null, save where a default doesn't
 * depend on what AWS holds.
 *
 * @param targetRegion where it is restored to
 * @param mandate on whose behalf, and what it is held to
 * @param verification the checks by SQL; null where none are asked
 * @see InputKey what each means
 */
public record RestoreRequest(
    String operationId,
    Source source,
    String targetRegion,
    Network network,
    Cluster cluster,
    Instances instances,
    Map<String, String> tags,
    DataVerification verification,
    Mandate mandate,
    String onFailure,
    Integer expiresAfterHours,
    Deadlines deadlines,
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

  boolean isCrossRegion() {
    return !source.region().equals(targetRegion);
  }

  /**
   * Which snapshot is restored.
   *
   * @param region that holds it
   * @param clusterId whose newest snapshot {@code latest} means
   */
  public record Source(
      String snapshotId,
      String region,
      String clusterId,
      String snapshotType,
      Integer maxAgeHours) {
    boolean isLatest() {
      return LATEST.equals(snapshotId);
    }
  }

  /** Where the cluster is placed. */
  public record Network(String vpcId, List<String> subnetIds, List<String> securityGroupIds) {}

  /**
   * What is asked of the cluster.
   *
   * @param settings what is asked beside, each null where the input is silent
   */
  public record Cluster(
      String id,
      String kmsKeyId,
      String engineVersion,
      String parameterGroup,
      Integer port,
      boolean deletionProtection,
      Integer backupRetentionDays,
      Boolean iamAuthentication,
      List<String> logExports,
      boolean manageMasterPassword,
      ClusterSettings settings) {}

  /**
   * What is asked of its instances.
   *
   * @param settings what is asked beside, each null where the input is silent
   */
  public record Instances(
      int count,
      String instanceClass,
      Double minCapacity,
      Double maxCapacity,
      Integer secondsUntilAutoPause,
      String parameterGroup,
      InstanceSettings settings) {
    boolean isServerless() {
      return minCapacity != null;
    }
  }
}
