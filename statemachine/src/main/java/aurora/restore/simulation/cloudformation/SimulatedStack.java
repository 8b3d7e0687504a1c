package aurora.restore.simulation.cloudformation;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * A stack that was made and stays as it is.
 *
 * @param arn with the id that ends it
 * @param outputs values by name, in the order in which they are shown
 */
public record SimulatedStack(
    String name, String region, String arn, Instant createdAt, Map<String, String> outputs) {
  Stack view() {
    return Stack.builder()
        .stackName(name)
        .stackId(arn)
        .creationTime(createdAt)
        .stackStatus(StackStatus.CREATE_COMPLETE)
        .outputs(
            outputs.entrySet().stream()
                .map(it -> Output.builder().outputKey(it.getKey()).outputValue(it.getValue()))
                .map(Output.Builder::build)
                .toList())
        .build();
  }
}
