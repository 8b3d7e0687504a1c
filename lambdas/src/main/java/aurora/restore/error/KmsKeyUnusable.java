package aurora.restore.error;

/** A KMS key is missing, disabled, of the wrong region or kind, or not granted. */
public final class KmsKeyUnusable extends OperatorError {
  private static final long serialVersionUID = 1L;

  public KmsKeyUnusable(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }

  public KmsKeyUnusable(String subject, String happened) {
    this(
        subject,
        happened,
        "enable the key and let this account's RDS use it, then redrive; or start again with"
            + " another kms_key_id");
  }
}
