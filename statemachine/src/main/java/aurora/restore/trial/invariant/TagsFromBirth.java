package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;

/**
 * What the pipeline makes carries the tags of its operation and of its execution from the call that
 * makes it.
 *
 * <p>Left out are final snapshots, which are handed over.
 */
final class TagsFromBirth implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    if (!change.makes() || change.operation().equals("CreateDBClusterSnapshot")) {
      return;
    }
    var tags = evidence.existing(change.target().arn()).map(it -> it.tags()).orElseThrow();
    if (!change.by().operation().equals(tags.get(Ownership.TAG))) {
      evidence.violated(this, change + " carries " + tags);
    }
    var isBig =
        change.target().kind() == RdsKind.CLUSTER || change.target().kind() == RdsKind.INSTANCE;
    if (isBig && !change.by().execution().equals(tags.get(Ownership.EXECUTION_TAG))) {
      evidence.violated(
          this, change + " doesn't tell that " + change.by().execution() + " made it");
    }
  }
}
