package aurora.restore.trial.invariant;

/**
 * An operation's row isn't to be forgotten while something of the operation exists: it has no time
 * to live then, and it is there.
 *
 * <p>Left out is whose tags people changed, for the pipeline may have looked in between; and final
 * snapshots, which are handed over.
 */
final class RowOutlivesResources implements Invariant {
  private int seen;

  @Override
  public void afterEvent(Observed evidence) {
    if (evidence.writes() > seen) {
      seen = evidence.writes();
      evidence.operations().forEach(operation -> check(evidence, operation));
    }
  }

  private void check(Observed evidence, String operation) {
    var row = evidence.row(operation);
    if (row.isPresent() && !row.get().has("ttl")) {
      return;
    }
    evidence.madeFor(operation).stream()
        .filter(it -> !it.status().equals("deleting"))
        .findFirst()
        .ifPresent(
            it ->
                evidence.violated(
                    this,
                    it.arn()
                        + " is there, and the row of "
                        + operation
                        + " is "
                        + row.map(r -> "to go at " + r.get("ttl")).orElse("missing")));
  }
}
