package aurora.restore.simulation.rds;

import aurora.restore.simulation.kms.Key;

/** Which keys RDS may use for whom. */
final class KeyRules {
  private final Cloud cloud;

  KeyRules(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * The key of a request, looked up where the new resource will live.
   *
   * @param reference key id, key ARN, alias name or alias ARN; null is refused as {@code [None]}
   */
  Key requireUsable(Place place, String reference) {
    if (reference == null) {
      throw Refusal.keyNotAccessible(null);
    }
    return cloud
        .kms
        .find(place.account(), place.region(), reference)
        .filter(key -> key.isUsableBy(place.account()))
        .orElseThrow(() -> Refusal.keyNotAccessible(reference));
  }

  /** The key that a snapshot is encrypted with must still let this account read it. */
  void requireReadable(Snapshot snapshot, String account) {
    if (snapshot.isEncrypted()) {
      requireUsable(new Place(account, snapshot.place.region()), snapshot.keyArn);
    }
  }
}
