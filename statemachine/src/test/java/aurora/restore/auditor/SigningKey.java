package aurora.restore.auditor;

import aurora.restore.evidence.EvidenceRow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A real key of the curve P-256, for what the deployment's key in KMS does. */
public record SigningKey(String arn, KeyPair pair) {
  public static SigningKey of(String id) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new SigningKey(
          "arn:aws:kms:us-west-2:111122223333:key/" + id, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has the curve P-256", e);
    }
  }

  EvidenceRow.Signature sign(String document) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(document.getBytes(StandardCharsets.UTF_8));
      return new EvidenceRow.Signature(
          arn, "ECDSA_SHA_256", Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of its own signs", e);
    }
  }

  /** As KMS gives it: SubjectPublicKeyInfo in DER. */
  public byte[] publicKey() {
    return pair.getPublic().getEncoded();
  }
}
