package aurora.restore.plan;

import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/**
 * What makes a key usable again, by its state (KMS Developer Guide, "Key states of KMS keys"; KMS
 * API Reference, CancelKeyDeletion, EnableKey, ImportKeyMaterial, ConnectCustomKeyStore).
 */
final class KeyStateRemedy {
  private KeyStateRemedy() {}

  /** A state that isn't told isn't held against the key. */
  static boolean isNeeded(KeyMetadata key) {
    return key.keyState() != null && key.keyState() != KeyState.ENABLED;
  }

  /**
   * @param region where the key is
   */
  static String of(KeyMetadata key, String region) {
    return switch (key.keyState()) {
      case ENABLED -> "nothing is to be done";
      case DISABLED -> "enable it (" + enable(key, region) + ")";
      case PENDING_DELETION ->
          "cancel its deletion ("
              + command("cancel-key-deletion", key, region)
              + "), then enable it ("
              + enable(key, region)
              + ")";
      case PENDING_REPLICA_DELETION ->
          "cancel its deletion, which waits for its replicas to be deleted ("
              + command("cancel-key-deletion", key, region)
              + "), then enable it ("
              + enable(key, region)
              + ")";
      case PENDING_IMPORT ->
          "import its key material ("
              + command("get-parameters-for-import", key, region)
              + ", then import-key-material)";
      case UNAVAILABLE ->
          "reconnect the custom or external key store that holds it (aws kms"
              + " connect-custom-key-store --region "
              + region
              + " --custom-key-store-id "
              + (key.customKeyStoreId() == null ? "ID" : key.customKeyStoreId())
              + ")";
      case CREATING, UPDATING -> "wait until it is Enabled";
      case UNKNOWN_TO_SDK_VERSION -> "have it Enabled";
    };
  }

  private static String enable(KeyMetadata key, String region) {
    return command("enable-key", key, region);
  }

  private static String command(String name, KeyMetadata key, String region) {
    return "aws kms " + name + " --region " + region + " --key-id " + key.arn();
  }
}
