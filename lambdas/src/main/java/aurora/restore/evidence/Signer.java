package aurora.restore.evidence;

import aurora.restore.edge.Aws;
import aurora.restore.edge.Boundary;
import aurora.restore.error.KmsKeyUnusable;
import aurora.restore.evidence.EvidenceRow.Signature;
import aurora.restore.operation.Arn;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * Signs digests by a key of KMS, whose private part nobody has.
 *
 * @param keyArn an asymmetric key of P-256 for signing
 */
record Signer(Aws aws, String keyArn) {
  private static final SigningAlgorithmSpec ALGORITHM = SigningAlgorithmSpec.ECDSA_SHA_256;

  /**
   * Signs the digest of a document.
   *
   * @throws KmsKeyUnusable where the key signs nothing as it is
   */
  Signature sign(String document) {
    try {
      var signed =
          aws.kms(new Arn(keyArn).region())
              .sign(
                  sign ->
                      sign.keyId(keyArn)
                          .message(SdkBytes.fromByteArray(Sha256.of(document)))
                          .messageType(MessageType.DIGEST)
                          .signingAlgorithm(ALGORITHM));
      var der = signed.signature().asByteArray();
      return new Signature(keyArn, ALGORITHM.toString(), Base64.getEncoder().encodeToString(der));
    } catch (DisabledException
        | InvalidKeyUsageException
        | KmsInvalidStateException
        | NotFoundException e) {
      throw unusable(e);
    }
  }

  private KmsKeyUnusable unusable(KmsException e) {
    return new KmsKeyUnusable(
        "evidence key " + keyArn,
        Boundary.said(e),
        "enable the key, or deploy with another evidenceKey, an asymmetric one of ECC_NIST_P256 for"
            + " SIGN_VERIFY; what ends meanwhile has no evidence");
  }
}
