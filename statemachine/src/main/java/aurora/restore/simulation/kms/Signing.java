package aurora.restore.simulation.kms;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.strict.Members;
import aurora.restore.simulation.strict.NotModelledError;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * Signatures by asymmetric keys, which anybody can verify: the one cryptography that is simulated
 * by doing it. Of the specs P-256 alone, and of messages their digests alone.
 */
final class Signing {
  private static final int DIGEST_BYTES = 32;

  private final SimulatedKms kms;
  private final Map<String, KeyPair> pairs = new HashMap<>();

  Signing(SimulatedKms kms) {
    this.kms = kms;
  }

  SignResponse sign(Caller caller, SignRequest request) {
    Members.of(request)
        .modelled(Set.of("KeyId", "Message", "MessageType", "SigningAlgorithm"))
        .required("KeyId", "Message", "SigningAlgorithm");
    if (request.messageType() != MessageType.DIGEST) {
      throw new NotModelledError("Sign of anything but a DIGEST");
    }
    var key = usable(caller, "Sign", request.keyId());
    if (request.signingAlgorithm() != SigningAlgorithmSpec.ECDSA_SHA_256) {
      throw new AwsError(
          "InvalidKeyUsageException",
          400,
          "Algorithm %s is incompatible with key spec %s."
              .formatted(request.signingAlgorithmAsString(), key.spec()));
    }
    var digest = request.message().asByteArray();
    if (digest.length != DIGEST_BYTES) {
      throw new AwsError(
          "ValidationException", 400, "Digest is invalid length for algorithm ECDSA_SHA_256.");
    }
    return SignResponse.builder()
        .keyId(key.arn())
        .signature(SdkBytes.fromByteArray(signature(key, digest)))
        .signingAlgorithm(request.signingAlgorithm())
        .build();
  }

  GetPublicKeyResponse publicKey(Caller caller, GetPublicKeyRequest request) {
    Members.of(request).modelled(Set.of("KeyId")).required("KeyId");
    var key = usable(caller, "GetPublicKey", request.keyId());
    return GetPublicKeyResponse.builder()
        .keyId(key.arn())
        .publicKey(SdkBytes.fromByteArray(pair(key.arn()).getPublic().getEncoded()))
        .keySpec(key.spec())
        .keyUsage(key.usage())
        .signingAlgorithms(SigningAlgorithmSpec.ECDSA_SHA_256)
        .build();
  }

  /** KMS Developer Guide, "Key states of KMS keys": how each state refuses. */
  private KmsKey usable(Caller caller, String operation, String reference) {
    var key = kms.require(caller, operation, reference);
    if (key.state() == KeyState.DISABLED) {
      throw new AwsError("DisabledException", 400, key.arn() + " is disabled.");
    }
    if (key.state() != KeyState.ENABLED) {
      throw new AwsError(
          "KMSInvalidStateException", 400, key.arn() + " is " + words(key.state()) + ".");
    }
    if (key.usage() != KeyUsageType.SIGN_VERIFY) {
      throw new AwsError(
          "InvalidKeyUsageException",
          400,
          key.arn()
              + " key usage is "
              + key.usage()
              + " which is not valid for "
              + operation
              + ".");
    }
    if (key.spec() != KeySpec.ECC_NIST_P256) {
      throw new NotModelledError(operation + " by a key of " + key.spec());
    }
    return key;
  }

  private static String words(KeyState state) {
    return state.toString().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private byte[] signature(KmsKey key, byte[] digest) {
    try {
      var signature = Signature.getInstance("NONEwithECDSA");
      signature.initSign(pair(key.arn()).getPrivate(), new DrawnBytes(key.arn()));
      signature.update(digest);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime signs by P-256", e);
    }
  }

  PublicKey publicKey(String keyArn) {
    return pair(keyArn).getPublic();
  }

  private KeyPair pair(String keyArn) {
    return pairs.computeIfAbsent(keyArn, Signing::made);
  }

  private static KeyPair made(String arn) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), new DrawnBytes(arn));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime makes keys of P-256", e);
    }
  }
}
