package aurora.restore.operation;

import aurora.restore.error.Finding;
import aurora.restore.telemetry.Loggable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that an operation will name, limit and tag, decided before it acts. Later steps choose
 * nothing, so that a repeated step does the same again and a clean-up never searches.
 *
 * @param expiresAt when what it makes is to be cleaned up; null: never by itself
 * @param copyNeeded whether {@code copy} is to be made; else it is null
 * @param verification the checks by SQL; null where none are asked, and in a plan that was made
 *     before there were any
 * @param tags the tags of everything that the operation makes, its ownership tag among them
 * @param warnings what an operator should know although it doesn't stop the restore
 * @param findings what would stop the restore: told by a dry run alone, since any other ends with
 *     them
 * @param mandate on whose behalf, and what it is held to
 * @param clusterSeconds how long the last restores of the same source cluster took to have theirs,
 *     at the quickest; null where none is known
 */
public record RestorePlan(
    String operationId,
    String sourceRegion,
    String targetRegion,
    boolean dryRun,
    Instant expiresAt,
    SourceSnapshot snapshot,
    boolean copyNeeded,
    CopyPlan copy,
    ClusterPlan cluster,
    InstancePlan writer,
    List<InstancePlan> readers,
    DataVerification verification,
    Deadlines deadlines,
    Map<String, String> tags,
    List<String> warnings,
    List<Finding> findings,
    Mandate mandate,
    Long clusterSeconds)
    implements Loggable {

  /** A plan that was made before there were findings has none, nor a mandate. */
  public RestorePlan {
    mandate = mandate == null ? Mandate.NONE : mandate;
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** The same plan with what its preflight has found. */
  public RestorePlan checked(List<String> warnings, List<Finding> findings) {
    return new RestorePlan(
        operationId,
        sourceRegion,
        targetRegion,
        dryRun,
        expiresAt,
        snapshot,
        copyNeeded,
        copy,
        cluster,
        writer,
        readers,
        verification,
        deadlines,
        tags,
        warnings,
        findings,
        mandate,
        clusterSeconds);
  }

  /** The writer, then the readers. */
  public List<InstancePlan> instances() {
    return Stream.concat(Stream.of(writer), readers.stream()).toList();
  }

  /** How long the restore may take if every wait takes as long as it may. */
  public Duration longest() {
    var hours = deadlines.restoreHours() + 2 * deadlines.instanceHours(); // writer, verification
    if (copyNeeded) {
      hours += deadlines.copyHours();
    }
    if (!readers.isEmpty()) {
      hours += deadlines.instanceHours();
    }
    if (verification != null) {
      hours += deadlines.instanceHours();
    }
    if (cluster.needsSecondCalls()) {
      hours += deadlines.restoreHours();
    }
    return Duration.ofHours(hours);
  }

  @Override
  public String summary() {
    return (dryRun ? "planned without making anything: " : "planned: ")
        + snapshot.id()
        + (copyNeeded ? " by a copy" : " as it is")
        + " into cluster "
        + cluster.id()
        + " of "
        + targetRegion
        + ", instances: "
        + instances().size()
        + ", warnings: "
        + warnings.size()
        + ", findings: "
        + findings.size();
  }
}
