package aurora.restore.infra;

import aurora.restore.infra.configuration.EvidenceOptions;
import aurora.restore.machine.Machine;
import aurora.restore.machine.StackOutput;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/** What an operator needs after a deployment. */
final class Outputs {
  private final Stack stack;

  private Outputs(Stack stack) {
    this.stack = stack;
  }

  static void make(
      Stack stack,
      Tables tables,
      ITopic topic,
      EvidenceOptions evidence,
      Map<Machine, StateMachine> machines,
      List<Queue> deadLetters,
      Dashboard dashboard) {
    var outputs = new Outputs(stack);
    machines.forEach(
        (machine, made) ->
            outputs.tell(
                StackOutput.of(machine),
                made.getStateMachineArn(),
                "The state machine " + machine.id()));
    outputs.tell(
        StackOutput.STATE_TABLE_ARN, tables.state().getTableArn(), "Where operations stand");
    outputs.tell(
        StackOutput.AUDIT_TABLE_ARN, tables.audit().getTableArn(), "What happened, in order");
    deadLetters.forEach(
        queue ->
            outputs.tell(
                StackOutput.ofQueue(queue.getNode().getId()),
                queue.getQueueUrl(),
                "Events that couldn't be delivered"));
    outputs.tell(StackOutput.TOPIC_ARN, topic.getTopicArn(), "What to subscribe to");
    evidence
        .key()
        .ifPresent(
            arn -> outputs.tell(StackOutput.EVIDENCE_KEY_ARN, arn, "The key that signs evidence"));
    outputs.tell(
        StackOutput.DASHBOARD_NAME, dashboard.getDashboardName(), "Where to look, in CloudWatch");
    outputs.tell(
        StackOutput.START_RESTORE_COMMAND,
        outputs.start(
            machines.get(Machine.RESTORE),
            "--name restore-$(date -u +%Y%m%d-%H%M%S) --input file://input.json"),
        "Starts the restore that input.json asks for");
    outputs.tell(
        StackOutput.START_CLEAN_UP_COMMAND,
        outputs.start(
            machines.get(Machine.CLEAN_UP), "--input '{\"operation_id\":\"OPERATION_ID\"}'"),
        "Removes what the operation has made");
  }

  private String start(StateMachine machine, String options) {
    return String.join(
        " ",
        "aws stepfunctions start-execution",
        "--region " + stack.getRegion(),
        "--state-machine-arn " + machine.getStateMachineArn(),
        options);
  }

  private void tell(StackOutput output, String value, String description) {
    CfnOutput.Builder.create(stack, output.key()).value(value).description(description).build();
  }
}
