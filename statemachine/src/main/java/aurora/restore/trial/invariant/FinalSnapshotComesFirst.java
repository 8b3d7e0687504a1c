package aurora.restore.trial.invariant;

import aurora.restore.simulation.rds.RdsKind;

/** No cluster and no instance goes before the final snapshot that was asked for is available. */
final class FinalSnapshotComesFirst implements Invariant {
  @Override
  public void onChange(Observed evidence, Change change) {
    var asked = change.by().payload().at("/plan/final_snapshot_id");
    var isData =
        change.target().kind() == RdsKind.CLUSTER || change.target().kind() == RdsKind.INSTANCE;
    if (!change.deletes() || !asked.isTextual() || !isData) {
      return;
    }
    var isTaken =
        evidence.world().resources().stream()
            .filter(it -> it.identifier().equals(asked.textValue()))
            .anyMatch(it -> it.status().equals("available"));
    if (!isTaken) {
      evidence.violated(this, change + " before the final snapshot " + asked.textValue());
    }
  }
}
