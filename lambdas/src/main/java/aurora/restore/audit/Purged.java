package aurora.restore.audit;

/** How many rows of the trail were deleted. */
public record Purged(int entries) {}
