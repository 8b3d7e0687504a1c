package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void messagesWithoutTlsAreRefused() {
    for (var stack : Synthesized.both()) {
      assertThat(policy(stack))
          .filteredOn(statement -> statement.path("Effect").asText().equals("Deny"))
          .singleElement()
          .satisfies(
              statement -> {
                assertThat(statement.path("Action").asText()).isEqualTo("sns:Publish");
                assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
              });
    }
  }

  @Test
  void withAKeyOfTheCustomersMessagesAreEncryptedAndMayBeSentAllTheSame() {
    var stack = Synthesized.customerManaged();
    var key = stack.resource("AWS::KMS::Key", "Key");

    var topic = stack.resource("AWS::SNS::Topic", "Topic").properties();
    assertThat(topic.at("/KmsMasterKeyId/Fn::GetAtt/0").asText()).isEqualTo(key.id());
    assertThat(stack.statementsOf("NotifyRole"))
        .filteredOn(statement -> statement.isOn(key))
        .filteredOn(statement -> statement.condition().contains("\"sns.\""))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.actions())
                    .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey"));
  }

  @Test
  void alarmsOfThisAccountMayPublishAndNoOtherService() {
    for (var stack : Synthesized.both()) {
      assertThat(policy(stack))
          .filteredOn(statement -> statement.path("Effect").asText().equals("Allow"))
          .singleElement()
          .satisfies(
              statement -> {
                assertThat(statement.at("/Principal/Service").asText())
                    .isEqualTo("cloudwatch.amazonaws.com");
                assertThat(statement.path("Action").asText()).isEqualTo("sns:Publish");
                assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText())
                    .isEqualTo("AWS::AccountId");
                assertThat(statement.at("/Condition/ArnLike/aws:SourceArn").toString())
                    .contains(":cloudwatch:", "AWS::Region", "AWS::AccountId", ":alarm:*");
              });
    }
  }

  @Test
  void itOutlivesTheStack() {
    for (var stack : Synthesized.both()) {
      var topic = stack.resource("AWS::SNS::Topic", "Topic").body();
      assertThat(topic.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
    }
  }

  @Test
  void withoutOneTheyAreNot() {
    var topic = Synthesized.awsOwned().resource("AWS::SNS::Topic", "Topic");
    assertThat(topic.properties().has("KmsMasterKeyId")).isFalse();
  }

  @Test
  void whoeverIsConfiguredIsSubscribedAndNobodyElse() {
    assertThat(Synthesized.awsOwned().resources("AWS::SNS::Subscription")).isEmpty();
    assertThat(Synthesized.customerManaged().resources("AWS::SNS::Subscription"))
        .extracting(
            subscription ->
                subscription.properties().path("Protocol").asText()
                    + " "
                    + subscription.properties().path("Endpoint").asText())
        .containsExactlyInAnyOrder("email dba@example.com", "https https://example.com/on-call/1");
  }

  @Test
  void nobodyIsSubscribedBehindAFilterThatAlarmsCouldNotPass() {
    assertThat(Synthesized.customerManaged().resources("AWS::SNS::Subscription"))
        .hasSize(2)
        .noneMatch(subscription -> subscription.properties().has("FilterPolicy"));
  }

  private static Stream<JsonNode> policy(Synthesized stack) {
    var policy = stack.resource("AWS::SNS::TopicPolicy", "TopicPolicy").properties();
    return Synthesized.list(policy.at("/PolicyDocument/Statement"));
  }
}
