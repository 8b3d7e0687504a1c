package aurora.restore.infra.proof;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.kms.KmsKey;
import aurora.restore.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.model.KeyManagerType;

/**
 * What RDS does with keys in the caller's name (Amazon Aurora User Guide, "Encrypting Amazon Aurora
 * resources" and "Changing an AWS KMS policy for Database Insights").
 */
record KeyDemands(World world, Caller caller) {
  /**
   * RDS looks at a key and takes a grant on it. A key that AWS manages lets everybody in the
   * account use it through its service, without any policy of theirs.
   *
   * @param reference null where nothing is encrypted under a key of the caller's choice
   */
  List<Demand> grant(String reference, String region) {
    return key(reference, region).map(KeyDemands::grant).orElse(List.of());
  }

  /** Of another account's snapshot the data is read in the caller's name. */
  List<Demand> reading(String reference, String region) {
    return key(reference, region).map(this::reading).orElse(List.of());
  }

  private static List<Demand> grant(KmsKey key) {
    if (key.manager() == KeyManagerType.AWS) {
      return List.of();
    }
    var through = "rds." + key.region() + ".amazonaws.com";
    return List.of(
        Demand.of("kms:DescribeKey", key.arn()).with("kms:ViaService", through),
        Demand.of("kms:CreateGrant", key.arn())
            .with("kms:ViaService", through)
            .with("kms:GrantIsForAWSResource", "true"));
  }

  private List<Demand> reading(KmsKey key) {
    if (key.account().equals(caller.account())) {
      return grant(key);
    }
    var use =
        Stream.of(
                "Decrypt",
                "GenerateDataKey",
                "GenerateDataKeyWithoutPlaintext",
                "ReEncryptFrom",
                "ReEncryptTo")
            .map(
                action ->
                    Demand.of("kms:" + action, key.arn())
                        .with("kms:ViaService", "rds." + key.region() + ".amazonaws.com"));
    return Stream.concat(grant(key).stream(), use).toList();
  }

  /** Empty where nothing is encrypted, or where RDS will refuse the key. */
  private Optional<KmsKey> key(String reference, String region) {
    return reference == null
        ? Optional.empty()
        : world.kms().find(caller.account(), region, reference);
  }
}
