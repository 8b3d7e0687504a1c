package aurora.restore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.error.AccessDenied;
import aurora.restore.error.RefusedByAws;
import aurora.restore.error.TransientFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rds.model.RdsException;

class BoundaryTest {
  @Test
  void noAnswerIsTransient() {
    assertThat(Boundary.named(SdkClientException.create("Read timed out"), "CopySnapshot"))
        .isInstanceOf(TransientFailure.class)
        .hasMessageContaining("Read timed out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Throttling", "ThrottlingException", "RequestLimitExceeded"})
  void throttlingIsTransientUnderEachOfItsCodes(String code) {
    assertThat(Boundary.named(refusal(code, 400), "CopySnapshot"))
        .isInstanceOf(TransientFailure.class);
  }

  @Test
  void anErrorOfTheServiceItselfIsTransient() {
    assertThat(Boundary.named(refusal("InternalFailure", 500), "CopySnapshot"))
        .isInstanceOf(TransientFailure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation"})
  void aDenialNamesTheFunctionUnderEachOfItsCodes(String code) {
    assertThat(Boundary.named(refusal(code, 403), "CopySnapshot"))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("CopySnapshot");
  }

  @Test
  void anyOtherRefusalSaysWhatAwsSaidWithoutItsRequestId() {
    assertThat(Boundary.named(refusal("InvalidParameterValue", 400), "CopySnapshot"))
        .isInstanceOf(RefusedByAws.class)
        .hasMessageContaining("InvalidParameterValue (said so)")
        .hasMessageNotContaining("Request ID");
  }

  private static RdsException refusal(String code, int status) {
    return (RdsException)
        RdsException.builder()
            .statusCode(status)
            .requestId("0a1b")
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage("said so").build())
            .build();
  }
}
