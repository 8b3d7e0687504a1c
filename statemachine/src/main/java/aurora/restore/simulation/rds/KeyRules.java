package aurora.restore.simulation.rds;

import aurora.restore.simulation.kms.KmsKey;

/** Which keys RDS may use for whom. */
final class KeyRules {
  private final RdsState cloud;

  KeyRules(RdsState cloud) {
    this.cloud = cloud;
  }

  /**
   * The key of a request, looked up where the new resource will live.
   *
   * @param reference key id, key ARN, alias name or alias ARN; null is refused as {@code [None]}
   */
  KmsKey requireUsable(AccountRegion place, String reference) {
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
      requireUsable(new AccountRegion(account, snapshot.place.region()), snapshot.keyArn);
    }
  }
}
