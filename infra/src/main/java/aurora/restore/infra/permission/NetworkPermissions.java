package aurora.restore.infra.permission;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What a function's role needs for the function to be in a VPC: Lambda makes and removes its
 * network interfaces in the role's name, and then with all resources. The function's own code has
 * no business there, and is denied it (Lambda Developer Guide, "Giving Lambda functions access to
 * resources in an Amazon VPC", required permissions and security best practices).
 */
public final class NetworkPermissions {
  private static final List<String> OF_LAMBDA =
      List.of(
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:UnassignPrivateIpAddresses");

  private NetworkPermissions() {}

  /**
   * @param allowed what the function's code may do: Plan Restore looks at subnets itself, and what
   *     it may, Lambda may in its name
   * @param function the ARN that Lambda adds to each call of the code, and to none of its own for
   *     the network
   */
  public static List<PolicyStatement> beside(List<PolicyStatement> allowed, String function) {
    var ofTheCode = allowed.stream().flatMap(s -> s.getActions().stream()).toList();
    var ofLambdaAlone = OF_LAMBDA.stream().filter(Predicate.not(ofTheCode::contains)).toList();
    return List.of(
        Grants.allow(ofLambdaAlone, Arns.ANY),
        Grants.deny(
            Map.of("ArnEquals", Map.of("lambda:SourceFunctionArn", function)),
            ofLambdaAlone,
            Arns.ANY));
  }
}
