package aurora.restore.audit;

import aurora.restore.telemetry.Loggable;

/** How many rows of the trail were deleted. */
public record Purged(int entries) implements Loggable {

  @Override
  public String summary() {
    return "purged " + entries + " rows of the trail";
  }
}
