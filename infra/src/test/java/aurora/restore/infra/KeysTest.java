package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static JsonNode key() {
    return Synthesized.customerManaged().resource("AWS::KMS::Key", "Key").properties();
  }

  private static List<JsonNode> usedBy(String service) {
    return Synthesized.list(key().at("/KeyPolicy/Statement"))
        .filter(statement -> statement.path("Principal").toString().contains(service))
        .toList();
  }

  @Test
  void thereIsNoneWhereNoneIsWanted() {
    assertThat(Synthesized.awsOwned().resources("AWS::KMS::Key")).isEmpty();
  }

  @Test
  void itRotatesAndOutlivesTheStack() {
    assertThat(key().path("EnableKeyRotation").asBoolean()).isTrue();
    var body = Synthesized.customerManaged().resource("AWS::KMS::Key", "Key").body();
    assertThat(body.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
    assertThat(body.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  @Test
  void alarmsAndEventBridgeMaySendWhatItEncrypts() {
    for (var service : List.of("\"cloudwatch.amazonaws.com\"", "\"events.amazonaws.com\"")) {
      assertThat(usedBy(service))
          .singleElement()
          .satisfies(
              statement ->
                  assertThat(Synthesized.texts(statement.path("Action")))
                      .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey"));
    }
  }

  @Test
  void alarmsOfThisAccountAloneMayUseIt() {
    assertThat(usedBy("\"cloudwatch.amazonaws.com\""))
        .singleElement()
        .satisfies(
            statement -> {
              var conditions = statement.path("Condition");
              assertThat(conditions.at("/StringEquals/aws:SourceAccount/Ref").asText())
                  .isEqualTo("AWS::AccountId");
              assertThat(conditions.at("/ArnLike/aws:SourceArn").toString())
                  .contains(":cloudwatch:", "AWS::Region", "AWS::AccountId", ":alarm:*");
            });
  }

  @Test
  void eventBridgeMayUseItOnBehalfOfThisAccountAlone() {
    assertThat(usedBy("\"events.amazonaws.com\""))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.path("Condition").toString())
                    .isEqualTo(
                        "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}}"));
  }

  /** For which no condition is supported: a rule with such a target would be denied the key. */
  @Test
  void noRuleSendsToTheTopic() {
    var stack = Synthesized.customerManaged();
    var topic = stack.resource("AWS::SNS::Topic", "Topic").id();

    assertThat(stack.resources("AWS::Events::Rule"))
        .isNotEmpty()
        .noneMatch(rule -> rule.properties().path("Targets").toString().contains(topic));
  }

  @Test
  void logsOfThisDeploymentMayBeEncryptedWithItAndNoOthers() {
    assertThat(usedBy("\"logs.\""))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(Synthesized.texts(statement.path("Action")))
                  .contains("kms:Encrypt", "kms:Decrypt", "kms:DescribeKey");
              assertThat(
                      Synthesized.list(
                          statement.at("/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn")))
                  .hasSize(2)
                  .allMatch(arn -> arn.toString().contains("/orders-dr-*"));
            });
  }

  @Test
  void everyLogGroupAndQueueIsEncryptedWithIt() {
    var stack = Synthesized.customerManaged();
    var key = stack.resource("AWS::KMS::Key", "Key").id();

    assertThat(stack.resources("AWS::Logs::LogGroup"))
        .isNotEmpty()
        .allMatch(g -> g.properties().at("/KmsKeyId/Fn::GetAtt/0").asText().equals(key));
    assertThat(stack.resources("AWS::SQS::Queue"))
        .isNotEmpty()
        .allMatch(q -> q.properties().at("/KmsMasterKeyId/Fn::GetAtt/0").asText().equals(key));
  }

  @Test
  void queuesAreEncryptedWithoutItToo() {
    assertThat(Synthesized.awsOwned().resources("AWS::SQS::Queue"))
        .isNotEmpty()
        .allMatch(queue -> queue.properties().path("SqsManagedSseEnabled").asBoolean());
  }

  @Test
  void machinesAreNot() {
    assertThat(Synthesized.customerManaged().resources("AWS::StepFunctions::StateMachine"))
        .as("their status events would come without input, error and cause")
        .noneMatch(machine -> machine.properties().has("EncryptionConfiguration"));
  }
}
