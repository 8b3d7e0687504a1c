package aurora.restore.trial.invariant;

import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.Kind;
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
  public void onChange(Evidence evidence, Change change) {
    if (!change.makes()
        || change.operation().equals("CreateDBClusterSnapshot")
        || !evidence.scene().touches().isEmpty()) {
      return;
    }
    var counts = new HashMap<Kind, Integer>();
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

  private static Map<Kind, Integer> most(Change change) {
    return Map.of(
        Kind.CLUSTER,
        1,
        Kind.CLUSTER_SNAPSHOT,
        1,
        Kind.SUBNET_GROUP,
        1,
        Kind.INSTANCE,
        change.by().payload().at("/execution/Input/instance_count").asInt(1));
  }

  private static boolean isMinted(Resource resource) {
    return resource.kind() != Kind.CLUSTER_SNAPSHOT
        || resource.identifier().startsWith(Ownership.NAME_PREFIX);
  }
}
