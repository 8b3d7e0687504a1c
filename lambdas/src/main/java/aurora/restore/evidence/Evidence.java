package aurora.restore.evidence;

import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import aurora.restore.operation.CheckResult;
import aurora.restore.operation.Phases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an operation can be shown to have done by one of its ends: the document that is digested and
 * signed. Whatever isn't known, or hasn't come to be, is null and left out of the text.
 *
 * @param format {@link #FORMAT}
 * @param writtenAt when the state that has it written was entered
 * @param execution the execution that ended so: of a clean-up, the clean-up's own
 * @param runBefore the last completed operation of the same source cluster that began before
 * @param seconds how long each phase took, by the report's names for them
 * @param verified what was compared with the plan and found as planned
 * @param checks what came of the checks by SQL
 * @param notTested what nobody may conclude from this evidence, each as a sentence
 * @param deficiencies what went wrong or fell short, each with what to do about it
 * @param failure of {@link Outcome#FAILED} alone
 * @param trail what the records told when it was written
 */
public record Evidence(
    String format,
    String operationId,
    Outcome outcome,
    Instant writtenAt,
    Execution execution,
    Started started,
    RunBefore runBefore,
    Snapshot snapshot,
    Source source,
    Target target,
    Segregation segregation,
    Map<String, Long> seconds,
    Objectives objectives,
    List<String> verified,
    List<CheckResult> checks,
    List<String> notTested,
    List<Deficiency> deficiencies,
    FailedAt failure,
    List<Resource> resources,
    Versions versions,
    Trail trail) {
  /** Names the document's form: whoever reads another one must not take it for this. */
  public static final String FORMAT = "aurora-restore/evidence/1";

  public Evidence {
    seconds = seconds == null ? null : Phases.inOrder(seconds);
  }

  /** How the operation had ended. */
  public enum Outcome {
    COMPLETED,
    FAILED,
    CLEANED_UP
  }

  /**
   * @param redriveCount how often it had been redriven by that end
   */
  public record Execution(
      String arn, String name, int redriveCount, Instant startedAt, Instant endedAt) {}

  /**
   * How the restore came to be.
   *
   * @param how {@code schedule} or {@code execution}
   * @param schedule the schedule's name; null where a person or a program started it
   * @param requestedBy who asked for it, as the input says
   * @param approvedBy who approved it, as the input says
   * @param drill whether what it made was to be deleted by itself
   * @param input what it was started with; an excerpt where that is long
   */
  public record Started(
      String how,
      String schedule,
      String requestedBy,
      String approvedBy,
      boolean drill,
      JsonNode input) {}

  public record RunBefore(String operationId, Instant completedAt) {}

  /**
   * @param ageSeconds how old it was when the restore's execution started; null where its time
   *     isn't known
   */
  public record Snapshot(
      String id,
      String arn,
      String sourceClusterId,
      Instant createdAt,
      Long ageSeconds,
      String engine,
      String engineVersion,
      boolean encrypted) {}

  /**
   * @param account twelve digits
   */
  public record Source(String account, String region, String vpcId) {}

  public record Target(
      String account, String region, String vpcId, String clusterId, String clusterArn) {}

  /** How far the restore was away from its source; null where that isn't known. */
  public record Segregation(Boolean otherAccount, Boolean otherRegion, Boolean otherVpc) {}

  /**
   * What was reached, and what was to be reached, in seconds. What is measured of the data is what
   * is held against the target, where it is measured; else the snapshot's age.
   */
  public record Objectives(
      Long rtoSeconds,
      Long rtoTargetSeconds,
      Boolean rtoMet,
      Long rpoSeconds,
      Long measuredRpoSeconds,
      Long rpoTargetSeconds,
      Boolean rpoMet) {}

  public record Deficiency(String what, String remedy) {}

  /**
   * @param error its class's simple name, or Step Functions' own
   * @param state null where the execution's history can't tell
   */
  public record FailedAt(String error, String cause, String state) {}

  /**
   * @param type {@code cluster-snapshot}, {@code subnet-group}, {@code cluster} or {@code instance}
   * @param madeAt when the trail first told that it was there
   * @param removedAt when the trail told that it was gone
   */
  public record Resource(String type, String id, String arn, Instant madeAt, Instant removedAt) {}

  /**
   * @param definition hex SHA-256 of the restore's definition
   * @param engine of the restored cluster, e.g. {@code aurora-postgresql 16.4}
   */
  public record Versions(String pipeline, String definition, String engine) {}

  /**
   * @param events every row that was there, in order
   * @param digest the last row's link; of a trail without rows the chain's beginning
   */
  public record Trail(List<Link> events, String digest) {}

  /**
   * @param digest the row's link, hex
   */
  public record Link(String entry, String event, String digest) {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException where the text is none, or of another form
   */
  public static Evidence read(String document) {
    try {
      var tree = JsonText.read(document);
      if (!FORMAT.equals(tree.path("format").asText())) {
        throw new IllegalArgumentException("its format isn't " + FORMAT);
      }
      return Records.read(tree, Evidence.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The text that is digested, signed and kept: exactly this and no other. */
  public String document() {
    return JsonText.of(Records.tree(this));
  }
}
