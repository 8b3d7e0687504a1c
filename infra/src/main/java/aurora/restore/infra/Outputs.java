package aurora.restore.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/** What an operator needs after a deployment. */
final class Outputs {
  private Outputs() {}

  static void make(Stack stack, Tables tables, ITopic topic, StateMachine machine) {
    output(
        stack, "StateMachineArn", machine.getStateMachineArn(), "What an execution is started of");
    output(stack, "StateTableName", tables.state().getTableName(), "Where operations stand");
    output(stack, "AuditTableName", tables.audit().getTableName(), "What happened, in order");
    output(stack, "TopicArn", topic.getTopicArn(), "What to subscribe to");
    output(
        stack,
        "StartExecutionCommand",
        String.join(
            " ",
            "aws stepfunctions start-execution",
            "--region " + stack.getRegion(),
            "--state-machine-arn " + machine.getStateMachineArn(),
            "--name restore-$(date -u +%Y%m%d-%H%M%S)",
            "--input file://input.json"),
        "Starts the restore that input.json asks for");
  }

  private static void output(Stack stack, String id, String value, String description) {
    CfnOutput.Builder.create(stack, id).value(value).description(description).build();
  }
}
