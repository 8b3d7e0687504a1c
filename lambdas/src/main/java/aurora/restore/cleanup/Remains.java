package aurora.restore.cleanup;

import aurora.restore.operation.Look;
import aurora.restore.operation.OwnedResource;
import aurora.restore.telemetry.Told;
import java.util.List;

/**
 * What a pass has left: a {@link Look}, and the resources by name.
 *
 * @param status {@code PENDING} or {@code READY}
 * @param observed what is left in a few words, e.g. {@code 2 instances, cluster}
 */
public record Remains(
    String status, String observed, long pauseSeconds, List<OwnedResource> remaining)
    implements Told {

  @Override
  public String told() {
    return status + ": " + observed;
  }

  static Remains of(Look look, List<OwnedResource> remaining) {
    return new Remains(look.status(), look.observed(), look.pauseSeconds(), remaining);
  }
}
