package aurora.restore.trial.act;

/** An act and its moment. */
public record Timed(When when, Act act) implements Part {
  @Override
  public String kind() {
    return act.kind();
  }

  @Override
  public String toString() {
    return when + ": " + act;
  }
}
