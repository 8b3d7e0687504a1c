package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import java.util.List;

/**
 * What a clean-up has brought about: the execution's output.
 *
 * @param deleted what was there and isn't any more
 * @param kept what stays of the operation, and why; the final snapshot too
 * @param leftAlone what has a name of ours and isn't ours
 * @param seconds from the execution's start until everything was seen to be gone
 */
public record CleanUpReport(
    String operationId,
    String region,
    List<OwnedResource> deleted,
    List<KeptResource> kept,
    List<ForeignResource> leftAlone,
    List<String> warnings,
    long seconds)
    implements Loggable {

  /** Whether a resource was left standing, and so isn't forgotten. */
  public boolean keeps(OwnedResource resource) {
    return kept.stream().map(KeptResource::resource).anyMatch(resource::equals);
  }

  @Override
  public String summary() {
    return "verified that all is gone: deleted " + deleted.size() + ", kept " + kept.size();
  }
}
