package aurora.restore.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Service;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

class JsonProtocolTest {
  @Test
  void keyIsDescribed() {
    var metadata =
        KeyMetadata.builder()
            .keyId("1234")
            .arn("arn:aws:kms:us-west-2:123456789012:key/1234")
            .creationDate(Instant.parse("2026-01-02T03:04:05.678Z"))
            .enabled(true)
            .keyState("Enabled")
            .keyManager("CUSTOMER")
            .encryptionAlgorithmsWithStrings("SYMMETRIC_DEFAULT")
            .multiRegionConfiguration(m -> m.primaryKey(k -> k.region("us-west-2")))
            .build();
    var client = Bench.with(kms(metadata)).client(KmsClient.builder());

    var answered = client.describeKey(r -> r.keyId("1234").grantTokens("one", "two"));

    assertThat(answered.keyMetadata()).isEqualTo(metadata);
  }

  private static Service kms(KeyMetadata known) {
    return new Service("kms", Service.Protocol.JSON)
        .<DescribeKeyRequest, DescribeKeyResponse>on(
            "DescribeKey",
            DescribeKeyRequest::builder,
            (caller, request) -> {
              if (!request.keyId().equals(known.keyId())) {
                throw new AwsError(
                    "NotFoundException", 400, "Invalid keyId '" + request.keyId() + "'");
              }
              assertThat(request.grantTokens()).containsExactly("one", "two");
              return DescribeKeyResponse.builder().keyMetadata(known).build();
            });
  }

  @Test
  void keyThatIsMissingIsANotFoundException() {
    var client =
        Bench.with(kms(KeyMetadata.builder().keyId("1234").build())).client(KmsClient.builder());

    assertThatThrownBy(() -> client.describeKey(r -> r.keyId("alias/dr")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Invalid keyId 'alias/dr'");
  }

  @Test
  void executionIsStartedWithItsInputAndDateIsAnswered() {
    var states =
        new Service("states", Service.Protocol.JSON)
            .<StartExecutionRequest, StartExecutionResponse>on(
                "StartExecution",
                StartExecutionRequest::builder,
                (caller, request) ->
                    StartExecutionResponse.builder()
                        .executionArn(request.stateMachineArn() + ":" + request.input())
                        .startDate(Bench.START)
                        .build());

    var answered =
        Bench.with(states)
            .client(SfnClient.builder())
            .startExecution(r -> r.stateMachineArn("arn").input("{\"operation_id\":\"ö\"}"));

    assertThat(answered.executionArn()).isEqualTo("arn:{\"operation_id\":\"ö\"}");
    assertThat(answered.startDate()).isEqualTo(Bench.START);
  }

  @Test
  void executionThatIsMissingIsItsTypedException() {
    var states =
        new Service("states", Service.Protocol.JSON)
            .<DescribeExecutionRequest, DescribeExecutionResponse>on(
                "DescribeExecution",
                DescribeExecutionRequest::builder,
                (caller, request) -> {
                  throw new AwsError("ExecutionDoesNotExist", 400, "Execution Does Not Exist");
                });
    var client = Bench.with(states).client(SfnClient.builder());

    assertThatThrownBy(() -> client.describeExecution(r -> r.executionArn("arn")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
  }
}
