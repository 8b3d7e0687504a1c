package aurora.restore.simulation.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Operation;
import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SimulatedSnsTest {
  private static final String OURS = "111122223333";
  private static final String WEST = "us-west-2";

  private final Random random = new Random(1);
  private final VirtualTime time = new VirtualTime(Instant.EPOCH, random);
  private final SimulatedSns sns = new SimulatedSns(time, random);
  private final String topic = sns.topic(OURS, WEST, "restores");

  @Test
  void messageIsKeptWithItsInstantAndAttributes() {
    time.spend(Duration.ofSeconds(7));
    var severity = MessageAttributeValue.builder().dataType("String").stringValue("INFO").build();
    var answer =
        publish(message().subject("started").messageAttributes(Map.of("severity", severity)));
    assertThat(sns.messages())
        .containsExactly(
            new PublishedMessage(
                Instant.ofEpochSecond(7),
                topic,
                answer.messageId(),
                "started",
                "body",
                Map.of("severity", "INFO")));
  }

  @Test
  void topicMustExistInTheRegion() {
    sns.withoutTopic(topic);
    assertRefused("NotFound", 404, message());
    assertRefused(
        "InvalidParameter", 400, message().topicArn(sns.topic(OURS, "us-east-1", "restores")));
    assertThat(sns.messages()).isEmpty();
  }

  @Test
  void subjectIsShortAndOfOneLine() {
    publish(message().subject("x".repeat(99)));
    assertRefused("InvalidParameter", 400, message().subject("x".repeat(100)));
    assertRefused("InvalidParameter", 400, message().subject("two\nlines"));
    assertRefused("InvalidParameter", 400, message().subject(""));
  }

  @Test
  void bodyIsAtMost256KiBWithItsAttributes() {
    var most = "x".repeat(256 * 1024);
    publish(message().message(most));
    assertRefused("InvalidParameter", 400, message().message(most + "x"));
    assertRefused("InvalidParameter", 400, message().message(""));
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue("INFO").build();
    assertRefused(
        "InvalidParameter",
        400,
        message().message(most).messageAttributes(Map.of("severity", attribute)));
  }

  @Test
  void attributeMustHaveAValue() {
    var empty = MessageAttributeValue.builder().dataType("String").stringValue("").build();
    assertRefused("ParameterValueInvalid", 400, message().messageAttributes(Map.of("step", empty)));
  }

  private PublishRequest.Builder message() {
    return PublishRequest.builder().topicArn(topic).message("body");
  }

  private void assertRefused(String code, int httpStatus, PublishRequest.Builder request) {
    assertThatThrownBy(() -> publish(request))
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.httpStatus()).isEqualTo(httpStatus);
            });
  }

  private PublishResponse publish(PublishRequest.Builder request) {
    @SuppressWarnings("unchecked") // the service registered it for this request
    var operation =
        (Operation<PublishRequest, PublishResponse>)
            sns.service().operation("Publish").orElseThrow().operation();
    return operation.call(new Caller(OURS, WEST, "Test"), request.build());
  }
}
