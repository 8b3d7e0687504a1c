package aurora.restore.simulation.kms;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import aurora.restore.time.VirtualTime;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MultiRegionConfiguration;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The keys of all accounts and regions. */
public final class SimulatedKms {
  /** Of services that keep data under a key of their own by default. */
  private static final Set<String> PREDEFINED_ALIASES =
      Set.of(
          "alias/aws/acm",
          "alias/aws/backup",
          "alias/aws/dynamodb",
          "alias/aws/ebs",
          "alias/aws/elasticfilesystem",
          "alias/aws/es",
          "alias/aws/fsx",
          "alias/aws/glue",
          "alias/aws/kinesis",
          "alias/aws/lambda",
          "alias/aws/rds",
          "alias/aws/redshift",
          "alias/aws/s3",
          "alias/aws/secretsmanager",
          "alias/aws/sns",
          "alias/aws/sqs",
          "alias/aws/ssm");

  private static final Duration WAITING_PERIOD = Duration.ofDays(30);

  private final VirtualTime time;
  private final RandomGenerator random;
  private final Map<String, KmsKey> keysByArn = new LinkedHashMap<>();
  private final Map<String, KmsKey> keysByAliasArn = new LinkedHashMap<>();
  private final List<Consumer<KmsKey>> losses = new ArrayList<>();
  private final Signing signing = new Signing(this);

  public SimulatedKms(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** The service {@code kms}: keys, and signatures by them. */
  public Service service() {
    return new Service("kms", Service.Protocol.JSON)
        .on("DescribeKey", DescribeKeyRequest::builder, this::describe)
        .on("GetPublicKey", GetPublicKeyRequest::builder, signing::publicKey)
        .on("Sign", SignRequest::builder, signing::sign);
  }

  /** A new enabled customer key with a drawn id. */
  public KmsKey key(String account, String region) {
    return key(account, region, drawnId());
  }

  /** A new enabled customer key of P-256 that signs, with this id. */
  public KmsKey signingKey(String account, String region, String id) {
    return key(account, region, id).kind(KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY);
  }

  /** A new enabled customer key with this id, e.g. a UUID. */
  public KmsKey key(String account, String region, String id) {
    var key = new KmsKey(this, account, region, id, time.instant());
    if (keysByArn.putIfAbsent(key.arn(), key) != null) {
      throw new IllegalArgumentException("there is a key " + key.arn() + " already");
    }
    return key;
  }

  /**
   * The AWS managed key behind an alias, made when it is first asked for, as AWS does.
   *
   * @param alias e.g. {@code alias/aws/secretsmanager}
   */
  public KmsKey managedKey(String account, String region, String alias) {
    var made = keysByAliasArn.get("arn:aws:kms:%s:%s:%s".formatted(region, account, alias));
    return made != null ? made : key(account, region).awsManaged().alias(alias);
  }

  /**
   * The key that a reference means to an account in a region; empty where there is none that the
   * account may see.
   *
   * @param reference key id, key ARN, alias name or alias ARN
   */
  public Optional<KmsKey> find(String account, String region, String reference) {
    var prefix = "arn:aws:kms:%s:%s:".formatted(region, account);
    var arn =
        reference.startsWith("arn:")
            ? reference
            : prefix + (reference.startsWith("alias/") ? reference : "key/" + reference);
    var key = arn.contains(":alias/") ? behindAlias(account, region, arn) : keysByArn.get(arn);
    return Optional.ofNullable(key)
        .filter(found -> found.region().equals(region) && found.isVisibleTo(account));
  }

  /**
   * A predefined alias of a service has a key as soon as somebody asks for it (KMS API Reference,
   * DescribeKey).
   */
  private KmsKey behindAlias(String account, String region, String aliasArn) {
    var name = aliasArn.substring(aliasArn.lastIndexOf(':') + 1);
    var predefined =
        PREDEFINED_ALIASES.contains(name)
            && aliasArn.equals("arn:aws:kms:%s:%s:%s".formatted(region, account, name));
    return predefined ? managedKey(account, region, name) : keysByAliasArn.get(aliasArn);
  }

  /** What signatures by a key are verified by, whatever its state: whoever has it once, has it. */
  public PublicKey publicKey(String keyArn) {
    return signing.publicKey(keyArn);
  }

  /** Has {@code listener} called whenever an enabled key ceases to be so. */
  public void onLoss(Consumer<KmsKey> listener) {
    losses.add(listener);
  }

  void lost(KmsKey key) {
    losses.forEach(listener -> listener.accept(key));
  }

  void alias(String account, String region, String name, KmsKey key) {
    if (!name.startsWith("alias/")) {
      throw new IllegalArgumentException("an alias begins with alias/, unlike " + name);
    }
    keysByAliasArn.put("arn:aws:kms:%s:%s:%s".formatted(region, account, name), key);
  }

  /**
   * @param operation what the key is asked for, e.g. {@code Sign}
   */
  KmsKey require(Caller caller, String operation, String reference) {
    return find(caller.account(), caller.region(), reference)
        .orElseThrow(() -> unseen(caller, operation, reference));
  }

  private DescribeKeyResponse describe(Caller caller, DescribeKeyRequest request) {
    Members.of(request).modelled(Set.of("KeyId", "GrantTokens")).required("KeyId");
    var key = require(caller, "DescribeKey", request.keyId());
    var metadata =
        KeyMetadata.builder()
            .awsAccountId(key.account())
            .keyId(key.id())
            .arn(key.arn())
            .creationDate(key.createdAt())
            .enabled(key.isEnabled())
            .keyState(key.state())
            .keyManager(key.manager())
            .keyUsage(key.usage())
            .keySpec(key.spec())
            .description("")
            .origin(key.isImported() ? OriginType.EXTERNAL : OriginType.AWS_KMS)
            .multiRegion(key.isMultiRegion());
    if (key.spec() == KeySpec.SYMMETRIC_DEFAULT) {
      metadata
          .encryptionAlgorithms(EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT)
          .currentKeyMaterialId("%064x".formatted(key.arn().hashCode() & 0xffff_ffffL));
    }
    if (key.usage() == KeyUsageType.SIGN_VERIFY && key.spec() == KeySpec.ECC_NIST_P256) {
      metadata.signingAlgorithms(SigningAlgorithmSpec.ECDSA_SHA_256);
    }
    if (key.state() == KeyState.PENDING_DELETION) {
      metadata.deletionDate(time.instant().plus(WAITING_PERIOD));
    }
    if (key.isMultiRegion()) {
      metadata.multiRegionConfiguration(
          MultiRegionConfiguration.builder()
              .multiRegionKeyType("PRIMARY")
              .primaryKey(it -> it.arn(key.arn()).region(key.region()))
              .replicaKeys(List.of())
              .build());
    }
    return DescribeKeyResponse.builder().keyMetadata(metadata.build()).build();
  }

  /** Whether another account has such a key isn't told: its policy is said to refuse. */
  private static AwsError unseen(Caller caller, String operation, String reference) {
    var foreign =
        reference.startsWith("arn:aws:kms:%s:".formatted(caller.region()))
            && !reference.split(":")[4].equals(caller.account());
    return foreign
        ? new AwsError(
            "AccessDeniedException",
            400,
            "User: arn:aws:sts::%s:assumed-role/%s is not authorized to perform: kms:%s on resource: %s because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access"
                .formatted(caller.account(), caller.function(), operation, reference))
        : notFound(caller, reference);
  }

  private static AwsError notFound(Caller caller, String reference) {
    if (reference.startsWith("alias/") || reference.contains(":alias/")) {
      var alias = reference.substring(reference.indexOf("alias/"));
      return new AwsError(
          "NotFoundException",
          400,
          "Alias arn:aws:kms:%s:%s:%s is not found."
              .formatted(caller.region(), caller.account(), alias));
    }
    var id = reference.substring(reference.indexOf('/') + 1);
    return new AwsError(
        "NotFoundException",
        400,
        "Key 'arn:aws:kms:%s:%s:key/%s' does not exist"
            .formatted(caller.region(), caller.account(), id));
  }

  private String drawnId() {
    var high = random.nextLong();
    var low = random.nextLong();
    return "%08x-%04x-4%03x-8%03x-%012x"
        .formatted(
            high >>> 32,
            high >>> 16 & 0xffff,
            high & 0xfff,
            low >>> 48 & 0xfff,
            low & 0xffff_ffff_ffffL);
  }
}
