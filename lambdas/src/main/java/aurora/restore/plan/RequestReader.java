package aurora.restore.plan;

import static aurora.restore.plan.InputKey.*;
import static aurora.restore.plan.RestoreRequest.CLEAN_UP;
import static java.util.Objects.requireNonNullElse;

import aurora.restore.input.Fields;
import aurora.restore.input.Rule;
import aurora.restore.operation.Arn;
import aurora.restore.operation.DataVerification;
import aurora.restore.operation.Deadlines;
import aurora.restore.operation.LowerCase;
import aurora.restore.operation.Mandate;
import aurora.restore.operation.Ownership;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Reads an input against its contract and gathers all that is wrong with it. */
final class RequestReader {
  private static final int MANY = Integer.MAX_VALUE;
  private static final List<String> LOGS =
      List.of(
          "audit",
          "error",
          "general",
          "iam-db-auth-error",
          "instance",
          "postgresql",
          "slowquery",
          "upgrade");

  /** A year: who wants to keep a cluster for longer doesn't make it for a drill. */
  private static final int LONGEST_EXPIRY_HOURS = 8_760;

  /** RDS allows 50 tags on a resource; the pipeline keeps some for itself. */
  private static final int MOST_TAGS = 40;

  private final Fields fields;

  RequestReader(JsonNode input) {
    this.fields = new Fields(input);
  }

  RestoreRequest read(String executionName) {
    fields.refuseUnknownKeys(InputKey.values());
    var verification = new VerificationReader(fields);
    var checks = verification.read();
    var settings = new SettingsReader(fields);
    var request =
        new RestoreRequest(
            operationId(executionName),
            source(),
            region(TARGET_REGION),
            network(),
            cluster(settings, checks),
            instances(settings),
            tags(),
            checks,
            mandate(),
            requireNonNullElse(fields.oneOf(ON_FAILURE, List.of("keep", CLEAN_UP)), "keep"),
            fields.number(EXPIRES_AFTER_HOURS, 1, LONGEST_EXPIRY_HOURS),
            deadlines(),
            requireNonNullElse(fields.flag(DRY_RUN), false));
    new Contradictions(fields, request).find();
    settings.findContradictions(request);
    verification.findContradictions(request);
    fields.throwFindings();
    return request;
  }

  private RestoreRequest.Source source() {
    return new RestoreRequest.Source(
        snapshotId(fields.text(SNAPSHOT_ID, Rule.SNAPSHOT)),
        region(SOURCE_REGION),
        LowerCase.of(fields.text(SOURCE_CLUSTER_ID, Rule.IDENTIFIER)),
        fields.oneOf(SNAPSHOT_TYPE, List.of("automated", "manual")),
        fields.number(MAX_SNAPSHOT_AGE_HOURS, 1, MANY));
  }

  private RestoreRequest.Network network() {
    return new RestoreRequest.Network(
        fields.text(VPC_ID, Rule.VPC),
        fields.texts(SUBNET_IDS, Rule.SUBNET, 2, 20),
        fields.texts(SECURITY_GROUP_IDS, Rule.SECURITY_GROUP, 1, MANY));
  }

  private RestoreRequest.Cluster cluster(SettingsReader settings, DataVerification checks) {
    return new RestoreRequest.Cluster(
        LowerCase.of(fields.text(CLUSTER_ID, Rule.IDENTIFIER)),
        fields.text(KMS_KEY_ID, Rule.KMS_KEY),
        fields.text(ENGINE_VERSION, Rule.ENGINE_VERSION),
        LowerCase.of(fields.text(CLUSTER_PARAMETER_GROUP, Rule.PARAMETER_GROUP)),
        fields.number(PORT, 1150, 65535),
        requireNonNullElse(fields.flag(DELETION_PROTECTION), false),
        fields.number(BACKUP_RETENTION_DAYS, 1, 35),
        fields.flag(IAM_AUTHENTICATION),
        logs(),
        requireNonNullElse(
            fields.flag(MANAGE_MASTER_PASSWORD), checks != null && checks.isManaged()),
        settings.ofCluster());
  }

  private RestoreRequest.Instances instances(SettingsReader settings) {
    return new RestoreRequest.Instances(
        requireNonNullElse(fields.number(INSTANCE_COUNT, 1, 16), 1),
        fields.text(INSTANCE_CLASS, Rule.INSTANCE_CLASS),
        fields.capacity(MIN_CAPACITY, 0),
        fields.capacity(MAX_CAPACITY, 1),
        fields.number(SECONDS_UNTIL_AUTO_PAUSE, 300, 86_400),
        LowerCase.of(fields.text(INSTANCE_PARAMETER_GROUP, Rule.PARAMETER_GROUP)),
        settings.ofInstances());
  }

  private Deadlines deadlines() {
    var usual = Deadlines.DEFAULT;
    return new Deadlines(
        requireNonNullElse(fields.number(COPY_DEADLINE_HOURS, 1, 48), usual.copyHours()),
        requireNonNullElse(fields.number(RESTORE_DEADLINE_HOURS, 1, 24), usual.restoreHours()),
        requireNonNullElse(fields.number(INSTANCE_DEADLINE_HOURS, 1, 12), usual.instanceHours()));
  }

  private Mandate mandate() {
    return new Mandate(
        fields.text(SCHEDULE, Rule.WORDS),
        fields.text(REQUESTED_BY, Rule.WORDS),
        fields.text(APPROVED_BY, Rule.WORDS),
        fields.number(RECOVERY_TIME_OBJECTIVE_MINUTES, 1, MANY),
        fields.number(RECOVERY_POINT_OBJECTIVE_MINUTES, 1, MANY));
  }

  private List<String> logs() {
    if (!fields.has(LOG_EXPORTS)) {
      return null;
    }
    var anyName = Rule.PARAMETER_GROUP;
    var logs = fields.texts(LOG_EXPORTS, anyName, 0, LOGS.size());
    for (var log : logs) {
      if (!LOGS.contains(log)) {
        fields.find(LOG_EXPORTS, "names " + log, "name any of " + String.join(", ", LOGS));
      }
    }
    return logs;
  }

  private Map<String, String> tags() {
    var tags = fields.texts(TAGS);
    if (tags.size() > MOST_TAGS) {
      fields.find(TAGS, "has " + tags.size() + " tags", "name " + MOST_TAGS + " at most");
    }
    tags.forEach(
        (key, value) -> {
          if (!TagRules.hasLength(key, value)) {
            fields.find("tags." + key, "is too long, or its key empty", TagRules.LENGTHS);
          }
          if (!TagRules.hasCharacters(key, value)) {
            fields.find(
                "tags." + key, "has a character that RDS refuses in tags", TagRules.CHARACTERS);
          }
          if (SourceTags.isReserved(key)) {
            fields.find(
                "tags." + key,
                "begins with a reserved prefix",
                "choose a key that doesn't begin with aws:, rds: or " + Ownership.PREFIX);
          }
        });
    return tags;
  }

  /** A region's code; one that AWS doesn't have is a finding. */
  private String region(InputKey key) {
    var region = fields.text(key, Rule.REGION);
    if (region != null) {
      Regions.meant(region)
          .ifPresent(
              meant ->
                  fields.find(
                      key, "is " + region + ", which AWS doesn't have", "the nearest is " + meant));
    }
    return region;
  }

  /**
   * An execution's name may be none that an operation can have, and even one that no tag may hold:
   * but a tag tells which execution made a resource.
   */
  private String operationId(String executionName) {
    if (!fields.has(OPERATION_ID) && !Rule.OPERATION.allows(executionName)) {
      fields.find(
          OPERATION_ID,
          "is left out, and the execution's name " + executionName + " can't stand for it",
          "pass an operation_id, or name the execution likewise: " + Rule.OPERATION.form());
    } else if (!TagRules.allow(Ownership.EXECUTION_TAG, executionName)) {
      fields.find(
          OPERATION_ID,
          "is given, and yet RDS takes no tag that names the execution " + executionName,
          "start it under another name: " + TagRules.CHARACTERS);
    }
    return requireNonNullElse(fields.text(OPERATION_ID, Rule.OPERATION), executionName);
  }

  /** In lower case, as RDS keeps names; of an ARN the name alone. */
  private static String snapshotId(String arnOrName) {
    if (arnOrName == null) {
      return null;
    }
    var name = Arn.name(arnOrName);
    return arnOrName.substring(0, arnOrName.length() - name.length()) + LowerCase.of(name);
  }
}
