package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.Machine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FailureReportsTest {
  private static Resource rule(Synthesized stack) {
    return stack.resource("AWS::Events::Rule", "FailureReportRule");
  }

  @Test
  void everyBadEndOfEveryOtherMachineIsReported() {
    for (var stack : Synthesized.both()) {
      var pattern = rule(stack).properties().path("EventPattern");

      assertThat(Synthesized.texts(pattern.path("source"))).containsExactly("aws.states");
      assertThat(Synthesized.texts(pattern.path("detail-type")))
          .containsExactly("Step Functions Execution Status Change");
      assertThat(Synthesized.texts(pattern.at("/detail/status")))
          .containsExactlyInAnyOrder("FAILED", "TIMED_OUT", "ABORTED");
      var name = stack == Synthesized.awsOwned() ? "aurora-restore-" : "orders-dr-";
      var others = Arrays.stream(Machine.values()).filter(m -> m != Machine.REPORT_FAILURE);
      assertThat(Synthesized.list(pattern.at("/detail/stateMachineArn")))
          .extracting(Object::toString)
          .allMatch(arn -> arn.contains("\":states:\""))
          .map(arn -> arn.replaceFirst(".*:stateMachine:([a-z-]+)\".*", "$1"))
          .as("all but the reporter itself, by the names that they are deployed under")
          .containsExactlyInAnyOrderElementsOf(others.map(m -> name + m.id()).toList());
    }
  }

  @Test
  void theEventStartsTheReporterAsItIs() {
    var stack = Synthesized.awsOwned();
    var reporter = stack.resource("AWS::StepFunctions::StateMachine", "ReportFailureMachine");

    assertThat(Synthesized.list(rule(stack).properties().path("Targets")))
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.at("/Arn/Ref").asText()).isEqualTo(reporter.id());
              assertThat(target.has("Input")).isFalse();
              assertThat(target.has("InputPath")).isFalse();
              assertThat(target.has("InputTransformer")).isFalse();
              assertThat(target.at("/RoleArn/Fn::GetAtt/0").asText())
                  .startsWith("FailureReportRuleRole");
            });
  }

  @Test
  void theRuleMayStartTheReporterAndNothingElse() {
    assertThat(Synthesized.awsOwned().statementsOf("FailureReportRuleRole"))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(statement.actions()).containsExactly("states:StartExecution");
              assertThat(statement.resources())
                  .singleElement()
                  .asString()
                  .startsWith("{\"Ref\":\"ReportFailureMachine");
            });
  }

  @Test
  void itIsTriedForADayAndThenKept() {
    var stack = Synthesized.awsOwned();
    var queue = stack.resource("AWS::SQS::Queue", "FailureReportDeadLetters");
    var target = rule(stack).properties().at("/Targets/0");

    assertThat(target.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
    assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(24 * 3600);
    assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()).isEqualTo(queue.id());
    assertThat(queue.properties().path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 3600);
  }

  @Test
  void lostEventsAreEncryptedAndTakenFromTheRuleAlone() {
    for (var stack : Synthesized.both()) {
      var queue = stack.resource("AWS::SQS::Queue", "FailureReportDeadLetters");
      assertThat(
              queue.properties().path("SqsManagedSseEnabled").asBoolean()
                  || queue.properties().has("KmsMasterKeyId"))
          .isTrue();
      var statements =
          stack
              .resource("AWS::SQS::QueuePolicy", "FailureReportDeadLetters")
              .properties()
              .at("/PolicyDocument/Statement");
      assertThat(Synthesized.list(statements))
          .satisfiesExactlyInAnyOrder(
              withoutTls -> {
                assertThat(withoutTls.path("Effect").asText()).isEqualTo("Deny");
                assertThat(withoutTls.path("Action").asText()).isEqualTo("sqs:*");
                assertThat(withoutTls.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
              },
              send -> {
                assertThat(send.path("Effect").asText()).isEqualTo("Allow");
                assertThat(send.path("Action").asText()).isEqualTo("sqs:SendMessage");
                assertThat(send.at("/Principal/Service").asText())
                    .isEqualTo("events.amazonaws.com");
                assertThat(send.at("/Condition/ArnEquals/aws:SourceArn/Fn::GetAtt/0").asText())
                    .isEqualTo(rule(stack).id());
              });
    }
  }
}
