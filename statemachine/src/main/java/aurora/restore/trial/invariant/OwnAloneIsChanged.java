package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the pipeline changes or deletes carries the tag of the operation that it works for; an
 * instance's cluster too.
 *
 * <p>Left out is a tag that somebody takes off while the function is at work: it was there when the
 * function began to look.
 */
final class OwnAloneIsChanged implements Invariant {
  /** The cluster of each instance that was made, by their ARNs, whatever they are called by now. */
  private final Map<String, String> clusters = new TreeMap<>();

  @Override
  public void onChange(Observed evidence, Change change) {
    if (change.makes()) {
      if (change.target().kind() == RdsKind.INSTANCE) {
        var cluster = Target.member(change.request(), "DBClusterIdentifier");
        var arn = change.target().arn();
        clusters.put(arn, arn.substring(0, arn.indexOf(":db:")) + ":cluster:" + cluster);
      }
      return;
    }
    var by = change.by();
    require(evidence, change, change.was(), by.before(change.target().arn()));
    var cluster = clusters.get(change.target().arn());
    if (cluster != null && evidence.existing(cluster).isPresent()) {
      require(evidence, change, evidence.existing(cluster), by.before(cluster));
    }
  }

  private void require(
      Observed evidence, Change change, Optional<Resource> is, Optional<Resource> was) {
    var operation = change.by().operation();
    if (!isOf(operation, is) && !isOf(operation, was)) {
      evidence.violated(
          this,
          change + " for operation " + operation + ", but there is " + is.map(Resource::tags));
    }
  }

  private static boolean isOf(String operation, Optional<Resource> resource) {
    return resource.filter(it -> operation.equals(it.tags().get(Ownership.TAG))).isPresent();
  }
}
