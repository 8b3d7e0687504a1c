package aurora.restore.cleanup;

import aurora.restore.operation.OwnedResource;
import aurora.restore.operation.WaitAnswer;
import aurora.restore.telemetry.Loggable;
import java.util.List;

/**
 * What a pass has left: a {@link WaitAnswer}, and the resources by name.
 *
 * @param status {@code PENDING} or {@code READY}
 * @param observed what is left in a few words, e.g. {@code 2 instances, cluster}
 */
public record Remaining(
    String status, String observed, long pauseSeconds, List<OwnedResource> remaining)
    implements Loggable {

  @Override
  public String summary() {
    return status + ": " + observed;
  }

  static Remaining of(WaitAnswer look, List<OwnedResource> remaining) {
    return new Remaining(look.status(), look.observed(), look.pauseSeconds(), remaining);
  }
}
