package aurora.restore.plan;

import static aurora.restore.plan.InputKey.KMS_KEY_ID;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** The key that the input names, in the target region. */
final class TargetKey {
  private TargetKey() {}

  /**
   * @param kms of the target region
   * @return the key's ARN, whatever the input calls it; null where there is no usable one, which is
   *     a finding then
   */
  static String arn(String keyId, KmsClient kms, RestoreRequest request, Findings findings) {
    try {
      var key = kms.describeKey(query -> query.keyId(keyId)).keyMetadata();
      if (key.keyState() != KeyState.ENABLED) {
        findings.stop(
            KMS_KEY_ID,
            "key " + keyId + " in " + request.targetRegion() + " is " + key.keyStateAsString(),
            "enable it or name another");
        return null;
      }
      return key.arn();
    } catch (NotFoundException e) {
      findings.stop(
          KMS_KEY_ID,
          "no key " + keyId + " in " + request.targetRegion(),
          "name a key of the target region");
      return null;
    }
  }
}
