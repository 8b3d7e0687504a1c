package aurora.restore.simulation.kms;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** One key of one account in one region, and the fluent calls that set it up. */
public final class KmsKey {
  private final SimulatedKms kms;
  private final String account;
  private final String region;
  private final String id;
  private final Instant createdAt;
  private final Set<String> admitted = new HashSet<>();
  private KeyState state = KeyState.ENABLED;
  private KeyManagerType manager = KeyManagerType.CUSTOMER;
  private KeySpec spec = KeySpec.SYMMETRIC_DEFAULT;
  private KeyUsageType usage = KeyUsageType.ENCRYPT_DECRYPT;
  private boolean multiRegion;

  KmsKey(SimulatedKms kms, String account, String region, String id, Instant createdAt) {
    this.kms = kms;
    this.account = account;
    this.region = region;
    this.id = id;
    this.createdAt = createdAt;
  }

  /**
   * @param name with its prefix, e.g. {@code alias/dr}
   */
  public KmsKey alias(String name) {
    kms.alias(account, region, name, this);
    return this;
  }

  /** An AWS managed key, as {@code aws/rds} is: it admits no other account, whatever is asked. */
  public KmsKey awsManaged() {
    manager = KeyManagerType.AWS;
    return this;
  }

  public KmsKey multiRegion() {
    multiRegion = true;
    return this;
  }

  /** A key of another kind than those that databases are encrypted with. */
  public KmsKey kind(KeySpec spec, KeyUsageType usage) {
    this.spec = spec;
    this.usage = usage;
    return this;
  }

  /** Its policy lets another account use it: the account's twelve digits. */
  public KmsKey admits(String otherAccount) {
    admitted.add(otherAccount);
    return this;
  }

  /**
   * Sets the state from this instant on. Whoever depends on the key learns of its loss at once, as
   * databases do.
   */
  public KmsKey state(KeyState state) {
    var servedData = servesData();
    this.state = state;
    if (servedData && !servesData()) {
      kms.lost(this);
    }
    return this;
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }

  public String id() {
    return id;
  }

  public String arn() {
    return "arn:aws:kms:%s:%s:key/%s".formatted(region, account, id);
  }

  public KeyState state() {
    return state;
  }

  public KeyManagerType manager() {
    return manager;
  }

  KeySpec spec() {
    return spec;
  }

  KeyUsageType usage() {
    return usage;
  }

  public boolean isMultiRegion() {
    return multiRegion;
  }

  public boolean isEnabled() {
    return state == KeyState.ENABLED;
  }

  /** While its primary region is being changed, it serves data as before. */
  private boolean servesData() {
    return state == KeyState.ENABLED || state == KeyState.UPDATING;
  }

  /** Its material is the customer's: only such a key can be waiting for it. */
  boolean isImported() {
    return state == KeyState.PENDING_IMPORT;
  }

  /**
   * Whether an account may use it for data now: enabled, symmetric, and its own or admitted by a
   * customer's policy.
   */
  public boolean isUsableBy(String user) {
    return servesData()
        && spec == KeySpec.SYMMETRIC_DEFAULT
        && (user.equals(account)
            || (manager == KeyManagerType.CUSTOMER && admitted.contains(user)));
  }

  /** Whether an account may look at it: the same as using it, but whatever its state. */
  boolean isVisibleTo(String user) {
    return user.equals(account) || (manager == KeyManagerType.CUSTOMER && admitted.contains(user));
  }

  Instant createdAt() {
    return createdAt;
  }
}
