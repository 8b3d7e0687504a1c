package aurora.restore.audit;

import aurora.restore.telemetry.Told;

/** How many rows of the trail were deleted. */
public record Purged(int entries) implements Told {

  @Override
  public String told() {
    return "purged " + entries + " rows of the trail";
  }
}
