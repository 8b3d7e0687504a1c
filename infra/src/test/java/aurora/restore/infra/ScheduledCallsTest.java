package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.machine.ScheduledFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduledCallsTest {
  private static Resource rule(Synthesized stack, ScheduledFunction function) {
    return stack.resource("AWS::Events::Rule", function.placeholder() + "Rule");
  }

  private static Resource made(Synthesized stack, ScheduledFunction function) {
    return stack.resource("AWS::Lambda::Function", function.placeholder());
  }

  @ParameterizedTest
  @EnumSource(ScheduledFunction.class)
  void aRuleCallsItAsOftenAsItSays(ScheduledFunction function) {
    for (var stack : Synthesized.both()) {
      var properties = rule(stack, function).properties();

      assertThat(properties.path("ScheduleExpression").asText()).isEqualTo(function.schedule());
      assertThat(properties.path("State").asText()).isEqualTo("ENABLED");
      assertThat(Synthesized.list(properties.path("Targets")))
          .singleElement()
          .satisfies(
              target -> {
                assertThat(target.at("/Arn/Fn::GetAtt/0").asText())
                    .isEqualTo(made(stack, function).id());
                assertThat(target.has("Input") || target.has("InputTransformer"))
                    .as("the handler reads the time out of the event")
                    .isFalse();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(ScheduledFunction.class)
  void theRuleAloneMayCallIt(ScheduledFunction function) {
    var stack = Synthesized.awsOwned();

    assertThat(stack.resources("AWS::Lambda::Permission"))
        .filteredOn(
            permission ->
                permission
                    .properties()
                    .at("/FunctionName/Fn::GetAtt/0")
                    .asText()
                    .equals(made(stack, function).id()))
        .singleElement()
        .satisfies(
            permission -> {
              assertThat(permission.properties().path("Principal").asText())
                  .isEqualTo("events.amazonaws.com");
              assertThat(permission.properties().at("/SourceArn/Fn::GetAtt/0").asText())
                  .isEqualTo(rule(stack, function).id());
            });
  }

  @ParameterizedTest
  @EnumSource(ScheduledFunction.class)
  void aCallIsTriedUntilTheNextIsDueAndThenKept(ScheduledFunction function) {
    var stack = Synthesized.customerManaged();
    var queue = stack.resource("AWS::SQS::Queue", "ScheduledCallDeadLetters").id();
    var target = rule(stack, function).properties().at("/Targets/0");
    var invocation =
        stack.resource("AWS::Lambda::EventInvokeConfig", function.placeholder()).properties();

    assertThat(target.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
    assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(3600);
    assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()).isEqualTo(queue);
    assertThat(invocation.path("MaximumRetryAttempts").asInt()).isEqualTo(2);
    assertThat(invocation.path("MaximumEventAgeInSeconds").asInt()).isEqualTo(3600);
  }

  @ParameterizedTest
  @EnumSource(ScheduledFunction.class)
  void itIsToldWhichMachinesToStart(ScheduledFunction function) {
    var variables =
        made(Synthesized.customerManaged(), function).properties().at("/Environment/Variables");

    assertThat(variables.path("CLEAN_UP_ARN").toString())
        .contains(":stateMachine:orders-dr-clean-up\"");
    assertThat(variables.path("REPORT_FAILURE_ARN").toString())
        .contains(":stateMachine:orders-dr-report-failure\"");
  }
}
