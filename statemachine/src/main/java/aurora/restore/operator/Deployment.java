package aurora.restore.operator;

import aurora.restore.machine.Machine;
import aurora.restore.machine.StackOutput;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/**
 * What the stack's outputs tell.
 *
 * @param name of the stack, which is also the deployment's
 */
record Deployment(String name, Map<StackOutput, String> outputs) {
  /**
   * @throws Trouble where there is no such stack, or it is of something else
   */
  static Deployment find(CloudFormationClient cloudFormation, String name) {
    Map<StackOutput, String> outputs = new EnumMap<>(StackOutput.class);
    try {
      var stack = cloudFormation.describeStacks(it -> it.stackName(name)).stacks().getFirst();
      for (var output : stack.outputs()) {
        Stream.of(StackOutput.values())
            .filter(known -> known.key().equals(output.outputKey()))
            .forEach(known -> outputs.put(known, output.outputValue()));
      }
    } catch (CloudFormationException e) {
      if (e.awsErrorDetails().errorCode().equals("ValidationError")) {
        throw new Trouble(
            "there is no stack " + name + " in this region: give --stack or another --region");
      }
      throw e;
    }
    if (!outputs.containsKey(StackOutput.RESTORE_MACHINE_ARN)) {
      throw new Trouble("the stack " + name + " is none of this pipeline: it has no restore");
    }
    return new Deployment(name, outputs);
  }

  String machineArn(Machine machine) {
    return outputs.get(StackOutput.of(machine));
  }

  String topicArn() {
    return outputs.get(StackOutput.TOPIC_ARN);
  }

  /** Null where evidence isn't signed. */
  String signingKeyArn() {
    return outputs.get(StackOutput.EVIDENCE_KEY_ARN);
  }

  String stateTable() {
    return table(StackOutput.STATE_TABLE_ARN);
  }

  String auditTable() {
    return table(StackOutput.AUDIT_TABLE_ARN);
  }

  private String table(StackOutput output) {
    var arn = outputs.get(output);
    return arn.substring(arn.indexOf('/') + 1);
  }
}
