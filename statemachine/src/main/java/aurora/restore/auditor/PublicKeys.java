package aurora.restore.auditor;

import aurora.restore.edge.Aws;
import aurora.restore.operation.Arn;

/** Where the public half of a key is had from. */
@FunctionalInterface
public interface PublicKeys {
  /**
   * A key's public half, as X.509 SubjectPublicKeyInfo in DER.
   *
   * @param keyArn e.g. {@code arn:aws:kms:us-west-2:111122223333:key/…}
   * @throws software.amazon.awssdk.core.exception.SdkException where it can't be had
   */
  byte[] of(String keyArn);

  /** From KMS, in the region that the key's ARN names. */
  static PublicKeys ofKms(Aws aws) {
    return keyArn ->
        aws.kms(new Arn(keyArn).region())
            .getPublicKey(it -> it.keyId(keyArn))
            .publicKey()
            .asByteArray();
  }
}
