package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

class PreflightFindingsTest {
  private final PreflightFindings findings = new PreflightFindings();

  @Test
  void aDeniedLookIsOneWarningHoweverOftenItIsTried() {
    for (int time = 0; time < 2; time++) {
      assertThat(findings.unlessDenied("nothing was checked", () -> fail("AccessDenied")))
          .isEmpty();
    }
    assertThat(findings.warnings()).containsExactly("a call of AWS is denied: nothing was checked");
  }

  @Test
  void anyOtherFailureIsNotPassedOver() {
    assertThatThrownBy(
            () -> findings.unlessDenied("nothing was checked", () -> fail("InternalFailure")))
        .isInstanceOf(RdsException.class);
    assertThat(findings.warnings()).isEmpty();
  }

  @Test
  void aQuotaThatRdsDoesNotTellIsAWarning() {
    var rds = mock(RdsClient.class, CALLS_REAL_METHODS);
    doReturn(DescribeAccountAttributesResponse.builder().accountQuotas(List.of()).build())
        .when(rds)
        .describeAccountAttributes(any(DescribeAccountAttributesRequest.class));
    new QuotaChecks(rds, Snapshots.request(), findings).check(new ToMake(1, 0, 0, 0));
    assertThat(findings.stopping()).isEmpty();
    assertThat(findings.warnings())
        .containsExactly("RDS didn't tell quota ManualClusterSnapshots: it wasn't checked");
  }

  private static String fail(String code) {
    throw RdsException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
