package aurora.restore.operation;

import aurora.restore.telemetry.Told;
import java.util.List;

/**
 * What a clean-up has brought about: the execution's output.
 *
 * @param deleted what was there and isn't any more
 * @param kept what stays as it was asked to
 * @param leftAlone what has a name of ours and isn't ours
 * @param seconds from the execution's start until everything was seen to be gone
 */
public record CleanUpReport(
    String operationId,
    String region,
    List<OwnedResource> deleted,
    List<OwnedResource> kept,
    List<ForeignResource> leftAlone,
    List<String> warnings,
    long seconds)
    implements Told {

  @Override
  public String told() {
    return "verified that all is gone: deleted " + deleted.size() + ", kept " + kept.size();
  }
}
