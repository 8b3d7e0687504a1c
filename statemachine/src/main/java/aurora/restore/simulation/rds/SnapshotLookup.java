package aurora.restore.simulation.rds;

/** How a snapshot is named in a request, and who may see it. */
final class SnapshotLookup {
  private final RdsState cloud;

  SnapshotLookup(RdsState cloud) {
    this.cloud = cloud;
  }

  /**
   * The snapshot that an account means in a region.
   *
   * @param reference a name, for one of the account's own there; or an ARN, of any region
   */
  Snapshot require(AccountRegion place, String reference) {
    if (!RdsArn.isArn(reference)) {
      return cloud
          .snapshot(place, reference)
          .orElseThrow(() -> Refusal.notFound(RdsKind.CLUSTER_SNAPSHOT, reference));
    }
    var arn = RdsArn.parse(reference).require(RdsKind.CLUSTER_SNAPSHOT);
    return cloud
        .snapshot(arn.place(), arn.identifier())
        .filter(snapshot -> isOpenTo(snapshot, place.account()))
        .orElseThrow(() -> Refusal.notFound(RdsKind.CLUSTER_SNAPSHOT, reference));
  }

  /** Own, or a manual one that its owner shares; automated ones can't be shared. */
  static boolean isOpenTo(Snapshot snapshot, String account) {
    return snapshot.place.account().equals(account) || isSharedWith(snapshot, account);
  }

  static boolean isSharedWith(Snapshot snapshot, String account) {
    return snapshot.origin == Snapshot.Origin.MANUAL && snapshot.sharedWith.contains(account);
  }
}
