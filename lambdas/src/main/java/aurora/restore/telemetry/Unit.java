package aurora.restore.telemetry;

/** What a metric counts in, as CloudWatch spells it (API Reference, MetricDatum). */
public enum Unit {
  SECONDS("Seconds"),
  COUNT("Count");

  private final String label;

  Unit(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
