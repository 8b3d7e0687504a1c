package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.Resource;
import java.util.Optional;

/**
 * What the pipeline changes or deletes carries the tag of the operation that it works for; an
 * instance's cluster too.
 *
 * <p>Left out is a tag that somebody takes off while the function is at work: it was there when the
 * function began to look.
 */
final class OwnAloneIsChanged implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    if (change.makes()) {
      return;
    }
    var by = change.by();
    require(evidence, change, change.was(), by.before(change.target().arn()));
    change
        .was()
        .map(Resource::clusterArn)
        .ifPresent(
            cluster -> require(evidence, change, evidence.existing(cluster), by.before(cluster)));
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
