package aurora.restore.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://rds.us-east-1.amazonaws.com/?Action=X&X-Amz-Signature=HIDDEN now",
        "see https%3A%2F%2Frds.us-east-1.amazonaws.com%2F%3Fx-amz-signature%3DHIDDEN now",
        "see PreSignedUrl=\"https://rds/?X-Amz-Security-Token=HIDDEN&a=b\" now",
        "see Authorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=HIDDEN"
            + " now",
        "see AKIAIOSFODNN7HIDDEN0 now",
        "see MasterUserPassword=HIDDEN now",
        "see {\"password\": \"HIDDEN and more\"} now",
        "see aws_secret_access_key=HIDDEN now",
        "see SecretString='HIDDEN' now",
        "see X-Amz-Security-Token: HIDDEN now",
        "see session-token: HIDDEN now",
        "see {\"password\":\"half\\\"HIDDEN\"} now",
        "see {\\\"password\\\":\\\"HIDDEN\\\"} now",
      })
  void whatLetsItsReaderInIsTakenOutAndTheRestStays(String text) {
    assertThat(Withheld.from(text))
        .doesNotContain("HIDDEN")
        .contains("withheld]")
        .startsWith("see ")
        .endsWith(" now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy of orders-2026-11-20: key alias/dr is disabled in us-west-2. Remedy: enable it.",
        "arn:aws:secretsmanager:us-west-2:111122223333:secret:rds!cluster-0a1b-AbCdEf",
        "manage_master_password: not for a replica",
        "the master password is kept by RDS",
        "https://us-west-2.console.aws.amazon.com/states/home?region=us-west-2#/v2/executions",
      })
  void whatAnOperatorHasToReadStays(String text) {
    assertThat(Withheld.from(text)).isEqualTo(text);
  }

  @Test
  void noTextIsNoText() {
    assertThat(Withheld.from(null)).isNull();
  }
}
