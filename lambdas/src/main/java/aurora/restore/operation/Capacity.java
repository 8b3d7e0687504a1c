package aurora.restore.operation;

/** What a serverless cluster may scale between, in Aurora capacity units. */
public record Capacity(double min, double max) {}
