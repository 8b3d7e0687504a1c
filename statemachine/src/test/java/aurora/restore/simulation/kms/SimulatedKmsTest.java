package aurora.restore.simulation.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Operation;
import aurora.restore.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

class SimulatedKmsTest {
  private static final String OURS = "111122223333";
  private static final String THEIRS = "444455556666";
  private static final String WEST = "us-west-2";

  private final Random random = new Random(1);
  private final SimulatedKms kms = new SimulatedKms(new VirtualTime(Instant.EPOCH, random), random);

  @Test
  void keyIsFoundByIdArnAliasAndAliasArn() {
    var key = kms.key(OURS, WEST).alias("alias/dr");
    var references =
        new String[] {
          key.id(), key.arn(), "alias/dr", "arn:aws:kms:us-west-2:111122223333:alias/dr"
        };
    for (var reference : references) {
      assertThat(describe(WEST, reference).arn()).isEqualTo(key.arn());
    }
  }

  @Test
  void keyIsFoundInItsRegionOnly() {
    var key = kms.key(OURS, WEST).alias("alias/dr");
    assertNotFound("eu-west-1", key.id());
    assertNotFound("eu-west-1", key.arn());
    assertNotFound("eu-west-1", "alias/dr");
  }

  @Test
  void predefinedAliasOfAServiceGetsItsKeyWhenItIsFirstAskedFor() {
    var key = describe(WEST, "alias/aws/rds");
    assertThat(key.keyManager()).isEqualTo(KeyManagerType.AWS);
    assertThat(key.enabled()).isTrue();
    assertThat(describe(WEST, "arn:aws:kms:us-west-2:111122223333:alias/aws/rds").arn())
        .isEqualTo(key.arn());
    assertThat(describe("eu-west-1", "alias/aws/rds").arn()).isNotEqualTo(key.arn());
    assertNotFound(WEST, "alias/aws/nothing");
    assertNotFound(WEST, "alias/rds");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyState.class,
      names = {"ENABLED", "UPDATING", "UNKNOWN_TO_SDK_VERSION"},
      mode = EnumSource.Mode.EXCLUDE)
  void keyInAnyOtherStateServesNoData(KeyState state) {
    var key = kms.key(OURS, WEST).state(state);
    assertThat(describe(WEST, key.id()).keyState()).isEqualTo(state);
    assertThat(describe(WEST, key.id()).enabled()).isFalse();
    assertThat(key.isUsableBy(OURS)).isFalse();
  }

  @Test
  void keyServesDataWhileItsPrimaryRegionIsUpdated() {
    var key = kms.key(OURS, WEST).state(KeyState.UPDATING);
    assertThat(describe(WEST, key.id()).enabled()).isFalse();
    assertThat(key.isUsableBy(OURS)).isTrue();
  }

  @Test
  void keyThatIsPendingDeletionSaysWhenAndOneThatIsPendingImportWhoseMaterial() {
    var deleted = kms.key(OURS, WEST).state(KeyState.PENDING_DELETION);
    var imported = kms.key(OURS, WEST).state(KeyState.PENDING_IMPORT);
    assertThat(describe(WEST, deleted.id()).deletionDate()).isAfter(Instant.EPOCH);
    assertThat(describe(WEST, imported.id()).originAsString()).isEqualTo("EXTERNAL");
  }

  @Test
  void stateManagerAndRegionsAreTold() {
    var key = kms.key(OURS, WEST).multiRegion().state(KeyState.PENDING_DELETION);
    var told = describe(WEST, key.id());
    assertThat(told.keyState()).isEqualTo(KeyState.PENDING_DELETION);
    assertThat(told.enabled()).isFalse();
    assertThat(told.multiRegion()).isTrue();
    assertThat(told.keyManager()).isEqualTo(KeyManagerType.CUSTOMER);
    var managed = kms.managedKey(OURS, WEST, "alias/aws/rds");
    assertThat(describe(WEST, "alias/aws/rds").keyManager()).isEqualTo(KeyManagerType.AWS);
    assertThat(kms.managedKey(OURS, WEST, "alias/aws/rds")).isSameAs(managed);
  }

  @Test
  void foreignKeyIsSeenWhenItsPolicyAdmits() {
    var key = kms.key(THEIRS, WEST);
    assertRefused("AccessDeniedException", WEST, key.arn());
    key.admits(OURS);
    assertThat(describe(WEST, key.arn()).awsAccountId()).isEqualTo(THEIRS);
    assertThat(key.isUsableBy(OURS)).isTrue();
    assertThat(key.awsManaged().isUsableBy(OURS)).isFalse();
  }

  @Test
  void keyForSignaturesTellsSoAndEncryptsNoData() {
    var key = kms.key(OURS, WEST).kind(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
    assertThat(describe(WEST, key.id()).keySpec()).isEqualTo(KeySpec.RSA_2048);
    assertThat(describe(WEST, key.id()).keyUsage()).isEqualTo(KeyUsageType.SIGN_VERIFY);
    assertThat(key.isUsableBy(OURS)).isFalse();
  }

  @Test
  void lossIsToldOnce() {
    var lost = new ArrayList<KmsKey>();
    kms.onLoss(lost::add);
    var key = kms.key(OURS, WEST);
    key.state(KeyState.DISABLED).state(KeyState.PENDING_DELETION);
    assertThat(lost).containsExactly(key);
  }

  @Test
  void idsAreUuids() {
    assertThat(kms.key(OURS, WEST).id())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}");
  }

  private void assertNotFound(String region, String reference) {
    assertRefused("NotFoundException", region, reference);
  }

  private void assertRefused(String code, String region, String reference) {
    assertThatThrownBy(() -> describe(region, reference))
        .isInstanceOfSatisfying(AwsError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  private KeyMetadata describe(String region, String reference) {
    @SuppressWarnings("unchecked") // the service registered it for this request
    var operation =
        (Operation<DescribeKeyRequest, DescribeKeyResponse>)
            kms.service().operation("DescribeKey").orElseThrow().operation();
    return operation
        .call(
            new Caller(OURS, region, "Test"), DescribeKeyRequest.builder().keyId(reference).build())
        .keyMetadata();
  }
}
