package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import java.util.HashMap;
import java.util.Map;

/**
 * Of one operation there is at most one copy, one cluster, one subnet group, and one instance of
 * each name that was asked for.
 *
 * <p>Left out are snapshots that clean-ups took, and operations whose resources somebody renamed or
 * tagged: the pipeline knows what it made by name and tag.
 */
final class NothingIsMadeTwice implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    if (!change.makes()
        || change.operation().equals("CreateDBClusterSnapshot")
        || !evidence.scene().touches().isEmpty()) {
      return;
    }
    var counts = new HashMap<RdsKind, Integer>();
    evidence.world().resources().stream()
        .filter(it -> change.by().operation().equals(it.tags().get(Ownership.TAG)))
        .filter(it -> !it.status().equals("deleting"))
        .filter(NothingIsMadeTwice::isMinted)
        .forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
    most(change)
        .forEach(
            (kind, most) -> {
              if (counts.getOrDefault(kind, 0) > most) {
                evidence.violated(
                    this, change + ": there are " + counts.get(kind) + " of " + kind + " now");
              }
            });
  }

  private static Map<RdsKind, Integer> most(Change change) {
    return Map.of(
        RdsKind.CLUSTER,
        1,
        RdsKind.CLUSTER_SNAPSHOT,
        1,
        RdsKind.SUBNET_GROUP,
        1,
        RdsKind.INSTANCE,
        change.by().payload().at("/execution/Input/instance_count").asInt(1));
  }

  private static boolean isMinted(Resource resource) {
    return resource.kind() != RdsKind.CLUSTER_SNAPSHOT
        || resource.identifier().startsWith(Ownership.NAME_PREFIX);
  }
}
