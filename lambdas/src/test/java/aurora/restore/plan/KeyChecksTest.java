package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aurora.restore.edge.Aws;
import aurora.restore.error.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;

/** Keys of other accounts that AWS shows, and those that it says nothing of. */
class KeyChecksTest {
  private static final String TARGET_KEY = "arn:aws:kms:us-west-2:444455556666:key/2";

  private final KmsClient kms = mock(KmsClient.class, CALLS_REAL_METHODS);
  private final Aws aws = mock(Aws.class);
  private final PreflightFindings findings = new PreflightFindings();
  private final KeyChecks checks =
      new KeyChecks(aws, Snapshots.request(), Snapshots.ACCOUNT, findings);

  @BeforeEach
  void oneClientForBothRegions() {
    when(aws.kms(any())).thenReturn(kms);
  }

  @Test
  void anotherAccountsAwsManagedKeyIsRefusedAsASource() {
    answers(key(Snapshots.SOURCE_KEY, KeyManagerType.AWS));
    checks.source(Snapshots.of("aurora-mysql", "8.0.mysql_aurora.3.08.0"));
    assertThat(findings.stopping()).extracting(Finding::key).containsExactly("snapshot_id");
    assertThat(findings.stopping().getFirst().toString())
        .contains("the AWS-managed aws/rds key of another account")
        .contains("have account 444455556666 copy it under a customer key");
  }

  @Test
  void anotherAccountsAwsManagedKeyIsRefusedAsATarget() {
    answers(key(TARGET_KEY, KeyManagerType.AWS));
    assertThat(checks.target()).isNull();
    assertThat(findings.stopping()).extracting(Finding::key).containsExactly("kms_key_id");
    assertThat(findings.stopping().getFirst().problem())
        .contains("is an AWS-managed key of account 444455556666");
  }

  @Test
  void aKeyOfAnotherRegionIsRefusedWhateverTheServiceAnswers() {
    answers(key("arn:aws:kms:eu-west-1:111122223333:key/2", KeyManagerType.CUSTOMER));
    assertThat(checks.target()).isNull();
    assertThat(findings.stopping().getFirst().remedy())
        .isEqualTo("name a key of the target region");
  }

  @Test
  void whatTheServiceLeavesOutIsNotHeldAgainstAKey() {
    answers(key(TARGET_KEY, KeyManagerType.CUSTOMER));
    assertThat(checks.target()).isEqualTo(TARGET_KEY);
    assertThat(findings.stopping()).isEmpty();
  }

  @Test
  void aDenialByTheRolesOwnPolicyIsAWarning() {
    refuses("because no identity-based policy allows the kms:DescribeKey action");
    assertThat(checks.target()).isEqualTo(TARGET_KEY);
    assertThat(findings.stopping()).isEmpty();
    assertThat(findings.warnings()).hasSize(1).first().asString().contains("is denied: key ");
  }

  @Test
  void aDenialByTheKeysPolicyIsAFinding() {
    refuses("because no resource-based policy allows the kms:DescribeKey action");
    assertThat(checks.target()).isNull();
    assertThat(findings.stopping()).extracting(Finding::key).containsExactly("kms_key_id");
    assertThat(findings.warnings()).isEmpty();
  }

  private void answers(KeyMetadata key) {
    doReturn(DescribeKeyResponse.builder().keyMetadata(key).build())
        .when(kms)
        .describeKey(any(DescribeKeyRequest.class));
  }

  private void refuses(String why) {
    doThrow(
            KmsException.builder()
                .statusCode(400)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage("not authorized " + why)
                        .build())
                .build())
        .when(kms)
        .describeKey(any(DescribeKeyRequest.class));
  }

  /** Without kind and usage, which services newer or older may leave out. */
  private static KeyMetadata key(String arn, KeyManagerType manager) {
    return KeyMetadata.builder().arn(arn).keyState(KeyState.ENABLED).keyManager(manager).build();
  }
}
