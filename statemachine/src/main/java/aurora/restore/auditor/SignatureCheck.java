package aurora.restore.auditor;

import aurora.restore.auditor.Proof.Subject;
import aurora.restore.edge.Boundary;
import aurora.restore.evidence.EvidenceRow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Holds a document against its signature.
 *
 * @param signingKeyArn the deployment's key; null where it has none, or it isn't known
 */
record SignatureCheck(PublicKeys keys, String signingKeyArn) {
  private static final String ALGORITHM = "ECDSA_SHA_256";

  /** The same to Java, whose signatures are DER as KMS's are. */
  private static final String OF_JAVA = "SHA256withECDSA";

  private static final Pattern KEY_ARN =
      Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/.+");

  Proof of(EvidenceRow row) {
    var signature = row.signature();
    if (signature == null) {
      return signingKeyArn == null
          ? Proof.absent(Subject.SIGNATURE, "it isn't signed: this deployment has no key for that")
          : Proof.broken(
              Subject.SIGNATURE,
              "it isn't signed, although this deployment signs by "
                  + signingKeyArn
                  + ": it is older than the key, or the signature was taken away");
    }
    if (!ALGORITHM.equals(signature.algorithm())) {
      return Proof.broken(
          Subject.SIGNATURE,
          "it names the algorithm " + signature.algorithm() + ", not " + ALGORITHM);
    }
    var key = signature.keyArn();
    if (key == null || !KEY_ARN.matcher(key).matches()) {
      return Proof.broken(Subject.SIGNATURE, "it names no key by its ARN: " + key);
    }
    if (signingKeyArn != null && !signingKeyArn.equals(key)) {
      return Proof.broken(
          Subject.SIGNATURE, "it is by " + key + ", and this deployment signs by " + signingKeyArn);
    }
    return verified(row.document(), signature.value(), key);
  }

  private Proof verified(String document, String value, String key) {
    try {
      return verifies(document, value, publicKey(key))
          ? Proof.holds(Subject.SIGNATURE, "it is by " + key)
          : Proof.broken(Subject.SIGNATURE, "it isn't of this document by " + key);
    } catch (AwsServiceException e) {
      return Proof.unknown(
          Subject.SIGNATURE,
          "it couldn't be verified: "
              + Boundary.said(e)
              + "; verify it by a public key that was kept, as docs/evidence.md#by-hand does");
    } catch (SdkException | GeneralSecurityException e) {
      return Proof.unknown(Subject.SIGNATURE, "it couldn't be verified: " + e.getMessage());
    }
  }

  private PublicKey publicKey(String key) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(keys.of(key)));
  }

  private static boolean verifies(String document, String value, PublicKey key)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(OF_JAVA);
    signature.initVerify(key);
    signature.update(document.getBytes(StandardCharsets.UTF_8));
    try {
      return signature.verify(Base64.getDecoder().decode(value));
    } catch (SignatureException | IllegalArgumentException e) {
      return false; // it isn't even a signature
    }
  }
}
