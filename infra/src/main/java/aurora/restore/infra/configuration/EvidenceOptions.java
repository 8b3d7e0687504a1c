package aurora.restore.infra.configuration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What becomes of evidence beside its row in the audit table.
 *
 * @param key the ARN of the KMS key that signs it: asymmetric, of ECC_NIST_P256, for SIGN_VERIFY;
 *     empty: it isn't signed
 * @param bucket the name of the S3 bucket that keeps copies of it, of the stack's region; empty:
 *     none are kept
 */
public record EvidenceOptions(Optional<String> key, Optional<String> bucket) {
  /** Nothing. */
  public static final EvidenceOptions NONE =
      new EvidenceOptions(Optional.empty(), Optional.empty());

  private static final Pattern KEY =
      Pattern.compile("arn:aws:kms:[a-z0-9-]+:\\d{12}:key/[0-9a-z-]{1,64}");

  /** Without dots, as a bucket's name should be (Amazon S3 User Guide, "Bucket naming rules"). */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  List<String> findings() {
    return Stream.concat(ofKey(), ofBucket()).toList();
  }

  private Stream<String> ofBucket() {
    return bucket.stream()
        .filter(name -> !BUCKET.matcher(name).matches())
        .map(
            name ->
                "evidenceBucket is \""
                    + name
                    + "\": it must be a bucket's name: 3 to 63 lower-case letters, digits and"
                    + " hyphens");
  }

  private Stream<String> ofKey() {
    return key.stream()
        .filter(arn -> !KEY.matcher(arn).matches())
        .map(
            arn ->
                "evidenceKey is \""
                    + arn
                    + "\": it must be a key's ARN, such as"
                    + " arn:aws:kms:us-west-2:111122223333:key/"
                    + "7a96e7b2-0000-4000-8000-00000000dcba");
  }
}
