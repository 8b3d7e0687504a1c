package aurora.restore.infra;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What becomes of evidence beside its row in the audit table.
 *
 * @param key the ARN of the KMS key that signs it: asymmetric, of ECC_NIST_P256, for SIGN_VERIFY;
 *     empty: it isn't signed
 */
public record EvidenceOptions(Optional<String> key) {
  /** Nothing. */
  public static final EvidenceOptions NONE = new EvidenceOptions(Optional.empty());

  private static final Pattern KEY =
      Pattern.compile("arn:aws:kms:[a-z0-9-]+:\\d{12}:key/[0-9a-z-]{1,64}");

  List<String> findings() {
    return key.stream()
        .filter(arn -> !KEY.matcher(arn).matches())
        .map(
            arn ->
                "evidenceKey is \""
                    + arn
                    + "\": it must be a key's ARN, such as"
                    + " arn:aws:kms:us-west-2:111122223333:key/"
                    + "7a96e7b2-0000-4000-8000-00000000dcba")
        .toList();
  }
}
