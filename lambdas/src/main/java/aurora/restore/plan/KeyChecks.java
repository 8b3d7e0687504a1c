package aurora.restore.plan;

import static aurora.restore.plan.InputKey.KMS_KEY_ID;
import static aurora.restore.plan.InputKey.SNAPSHOT_ID;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Boundary;
import aurora.restore.operation.Arn;
import aurora.restore.operation.SourceSnapshot;
import java.util.Optional;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** The key that the restored data is to be under, and the one that the snapshot is under. */
final class KeyChecks {

  private final Aws aws;
  private final RestoreRequest request;
  private final String account;
  private final PreflightFindings findings;

  /**
   * @param account the account that restores
   */
  KeyChecks(Aws aws, RestoreRequest request, String account, PreflightFindings findings) {
    this.aws = aws;
    this.request = request;
    this.account = account;
    this.findings = findings;
  }

  /**
   * Checks the key that the input names.
   *
   * @return its ARN, whatever the input calls it, or its alias where it couldn't be looked at; null
   *     where the input names none, or none that can be used, which is a finding then
   */
  String target() {
    var id = request.cluster().kmsKeyId();
    if (id == null) {
      return null;
    }
    var subject = "key " + id + " in " + request.targetRegion();
    var looked =
        findings.unlessDenied(subject + " wasn't checked", () -> key(request.targetRegion(), id));
    if (looked.isEmpty()) {
      return unseen(id);
    }
    var found = looked.get();
    if (found.isEmpty()) {
      findings.stop(
          KMS_KEY_ID,
          "no " + subject + " that account " + account + " may use",
          "name a key of the target region"
              + (isForeign(id) ? ", or have its policy admit this account" : ""));
      return null;
    }
    return isUsable(found.get(), subject) ? found.get().arn() : null;
  }

  /** Checks that the snapshot can be read, and that its copy can be encrypted. */
  void source(SourceSnapshot snapshot) {
    if (!snapshot.encrypted()) {
      return;
    }
    if (request.isCrossRegion() && request.cluster().kmsKeyId() == null) {
      findings.stop(
          KMS_KEY_ID,
          "is missing, and snapshot "
              + snapshot.id()
              + " is encrypted: its copy in "
              + request.targetRegion()
              + " needs a key of that region",
          "name one");
    }
    // What is under a key that AWS owns names none.
    if (snapshot.kmsKeyId() != null) {
      sourceKey(snapshot);
    }
  }

  private void sourceKey(SourceSnapshot snapshot) {
    var id = snapshot.kmsKeyId();
    var looked =
        findings.unlessDenied(
            "key " + id + " of snapshot " + snapshot.id() + " wasn't checked",
            () -> key(request.source().region(), id));
    if (looked.isEmpty()) {
      return;
    }
    var found = looked.get();
    if (found.isEmpty()) {
      stopUnreadable(
          snapshot,
          isForeign(id)
              ? "which doesn't admit account "
                  + account
                  + ": its policy doesn't name it, or it is that account's own aws/rds key"
              : "which doesn't exist any more");
      return;
    }
    var key = found.get();
    if (key.keyManager() == KeyManagerType.AWS && isForeign(id)) {
      stopUnreadable(snapshot, "the AWS-managed aws/rds key of another account");
    } else if (KeyStateRemedy.isNeeded(key)) {
      findings.stop(
          SNAPSHOT_ID,
          "snapshot " + snapshot.id() + " is under key " + id + ", which is " + state(key),
          KeyStateRemedy.of(key, request.source().region())
              + ", or name a snapshot under another key");
    }
  }

  private void stopUnreadable(SourceSnapshot snapshot, String why) {
    findings.stop(
        SNAPSHOT_ID,
        "snapshot " + snapshot.id() + " is under key " + snapshot.kmsKeyId() + ", " + why,
        isForeign(snapshot.kmsKeyId())
            ? "have account "
                + new Arn(snapshot.kmsKeyId()).account()
                + " copy it under a customer key whose policy admits account "
                + account
                + ", share that copy, and name it"
            : "name a snapshot under another key");
  }

  private boolean isUsable(KeyMetadata key, String subject) {
    if (KeyStateRemedy.isNeeded(key)) {
      findings.stop(
          KMS_KEY_ID,
          subject + " is " + state(key),
          KeyStateRemedy.of(key, request.targetRegion()) + ", or name another");
      return false;
    }
    if (key.keyManager() == KeyManagerType.AWS && isForeign(key.arn())) {
      findings.stop(
          KMS_KEY_ID,
          subject + " is an AWS-managed key of account " + new Arn(key.arn()).account(),
          "name a key of account " + account + ", or a customer key that admits it");
      return false;
    }
    // What isn't told isn't held against the key.
    var spec = key.keySpec() == null ? KeySpec.SYMMETRIC_DEFAULT : key.keySpec();
    var usage = key.keyUsage() == null ? KeyUsageType.ENCRYPT_DECRYPT : key.keyUsage();
    if (spec != KeySpec.SYMMETRIC_DEFAULT || usage != KeyUsageType.ENCRYPT_DECRYPT) {
      findings.stop(
          KMS_KEY_ID,
          subject + " is a " + key.keySpecAsString() + " key for " + key.keyUsageAsString(),
          "name a symmetric encryption key (SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT)");
      return false;
    }
    if (!key.arn().startsWith(prefix(request.targetRegion()))) {
      findings.stop(KMS_KEY_ID, subject + " is " + key.arn(), "name a key of the target region");
      return false;
    }
    return true;
  }

  /** Empty where there is no such key for this account. */
  private Optional<KeyMetadata> key(String region, String id) {
    try {
      return Optional.of(aws.kms(region).describeKey(query -> query.keyId(id)).keyMetadata());
    } catch (NotFoundException e) {
      return Optional.empty(); // what it means is the caller's to say
    } catch (KmsException e) {
      if (isForeign(id) && isRefusedByItsPolicy(e)) {
        return Optional.empty(); // KMS doesn't tell others whether there is such a key
      }
      throw e;
    }
  }

  /** IAM says which kind of policy refused: one of the role's is another matter than the key's. */
  private static boolean isRefusedByItsPolicy(KmsException e) {
    return Boundary.isDenial(e)
        && e.awsErrorDetails().errorMessage() != null
        && e.awsErrorDetails().errorMessage().contains("resource-based polic");
  }

  /** An id's ARN follows from it; that of an alias doesn't. */
  private String unseen(String id) {
    return Arn.is(id) || id.startsWith("alias/")
        ? id
        : prefix(request.targetRegion()) + account + ":key/" + id;
  }

  private static String prefix(String region) {
    return "arn:" + Partition.of(region) + ":kms:" + region + ":";
  }

  private boolean isForeign(String id) {
    return Arn.is(id) && !new Arn(id).account().equals(account);
  }

  private static String state(KeyMetadata key) {
    return key.keyStateAsString();
  }
}
