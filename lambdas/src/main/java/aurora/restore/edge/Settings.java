package aurora.restore.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a deployment decides, read from a function's environment.
 *
 * @param region the region of the deployment, its tables and its topic
 * @param stateTable the name of the state table
 * @param auditTable the name of the audit table
 * @param topicArn the topic that notifications go to
 * @param defaultInstanceClass the class of instances where neither the input nor the source tells
 * @param monitoringRoleArns the roles that instances may be given for enhanced monitoring: Create
 *     Instance may pass no others
 * @param checkSecretArns the secrets that checks by SQL may be made with, beside those that RDS
 *     keeps for restored clusters: Run Checks may read no others
 * @param recordRetentionDays how long rows are kept after an operation began, in days
 * @param deployment the deployment's name: what keeps its metrics apart from another's
 * @param runbook where the runbook is read, e.g. {@code https://wiki.example.com/restore/runbook}:
 *     mails link to its headings
 * @param evidence how evidence is written
 */
public record Settings(
    String region,
    String stateTable,
    String auditTable,
    String topicArn,
    String defaultInstanceClass,
    List<String> monitoringRoleArns,
    List<String> checkSecretArns,
    int recordRetentionDays,
    String deployment,
    String runbook,
    Evidence evidence) {

  public Settings {
    monitoringRoleArns = List.copyOf(monitoringRoleArns);
    checkSecretArns = List.copyOf(checkSecretArns);
  }

  /** The variables' names: the CDK app sets what this reads. */
  public static final String REGION = "AWS_REGION";

  public static final String STATE_TABLE = "STATE_TABLE";
  public static final String AUDIT_TABLE = "AUDIT_TABLE";
  public static final String TOPIC_ARN = "TOPIC_ARN";
  public static final String DEFAULT_INSTANCE_CLASS = "DEFAULT_INSTANCE_CLASS";
  public static final String MONITORING_ROLE_ARNS = "MONITORING_ROLE_ARNS";
  public static final String CHECK_SECRET_ARNS = "CHECK_SECRET_ARNS";
  public static final String RECORD_RETENTION_DAYS = "RECORD_RETENTION_DAYS";
  public static final String DEPLOYMENT = "DEPLOYMENT";
  public static final String RUNBOOK = "RUNBOOK";
  public static final String EVIDENCE_KEY_ARN = "EVIDENCE_KEY_ARN";
  public static final String EVIDENCE_BUCKET = "EVIDENCE_BUCKET";
  public static final String PIPELINE_VERSION = "PIPELINE_VERSION";
  public static final String DEFINITION_DIGEST = "DEFINITION_DIGEST";

  /** Reads the settings; a missing one is named at once, when the container starts. */
  public static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, REGION),
        required(environment, STATE_TABLE),
        required(environment, AUDIT_TABLE),
        required(environment, TOPIC_ARN),
        required(environment, DEFAULT_INSTANCE_CLASS),
        words(environment.getOrDefault(MONITORING_ROLE_ARNS, "")),
        words(environment.getOrDefault(CHECK_SECRET_ARNS, "")),
        Integer.parseInt(required(environment, RECORD_RETENTION_DAYS)),
        required(environment, DEPLOYMENT),
        required(environment, RUNBOOK),
        new Evidence(
            environment.get(EVIDENCE_KEY_ARN),
            environment.get(EVIDENCE_BUCKET),
            environment.get(PIPELINE_VERSION),
            environment.get(DEFINITION_DIGEST)));
  }

  /**
   * What a deployment decides of evidence.
   *
   * @param keyArn the KMS key that signs it; null where none does
   * @param bucket the S3 bucket that keeps a copy of it, of the same region; null where none does
   * @param version of the pipeline, e.g. {@code 1.2.0}; null where it isn't told
   * @param definitionDigest hex SHA-256 of the restore's definition; null where it isn't told
   */
  public record Evidence(String keyArn, String bucket, String version, String definitionDigest) {}

  /** Parted by blanks, which no ARN of a role or a secret has. */
  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the function's environment has no " + name);
    }
    return value;
  }
}
