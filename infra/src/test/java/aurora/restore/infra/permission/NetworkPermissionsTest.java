package aurora.restore.infra.permission;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized;
import aurora.restore.infra.Synthesized.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPermissionsTest {
  private static final List<String> INTERFACES =
      List.of(
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:UnassignPrivateIpAddresses");

  private static List<Statement> aboutInterfaces(Synthesized stack, String function) {
    return stack.statementsOf(function + "Role").stream()
        .filter(statement -> statement.actions().contains("ec2:CreateNetworkInterface"))
        .toList();
  }

  @Test
  void outsideOfAVpcNoRoleHasAnythingToDoWithNetworkInterfaces() {
    for (var function : Synthesized.functions().keySet()) {
      assertThat(aboutInterfaces(Synthesized.awsOwned(), function)).as(function).isEmpty();
    }
  }

  @Test
  void insideLambdaMakesThemInTheRolesNameAndTheFunctionsOwnCodeIsDeniedIt() {
    var stack = Synthesized.customerManaged();
    for (var function : stack.resources("AWS::Lambda::Function")) {
      var id = function.id().replaceFirst("[0-9A-F]{8}$", "");
      assertThat(aboutInterfaces(stack, id))
          .as(id)
          .satisfiesExactly(
              allowed -> {
                assertThat(allowed.isAllowed()).isTrue();
                assertThat(allowed.condition()).isEmpty();
                assertThat(allowed.actions()).containsAll(INTERFACES);
              },
              denied -> {
                assertThat(denied.isAllowed()).isFalse();
                assertThat(denied.actions()).containsAll(INTERFACES);
                assertThat(denied.body().at("/Condition/ArnEquals/lambda:SourceFunctionArn"))
                    .as("the ARN of the very function")
                    .asString()
                    .contains(
                        ":function:" + function.properties().path("FunctionName").asText() + "\"");
              });
    }
  }

  @Test
  void planRestoreLooksAtSubnetsInsideAVpcToo() {
    for (var function : Synthesized.functions().keySet()) {
      var denied =
          aboutInterfaces(Synthesized.customerManaged(), function).stream()
              .filter(statement -> !statement.isAllowed())
              .flatMap(statement -> statement.actions().stream())
              .toList();
      assertThat(denied.contains("ec2:DescribeSubnets"))
          .as(function)
          .isEqualTo(!function.equals("PlanRestore"));
    }
  }
}
