package aurora.restore.simulation.cloudformation;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;

/** The stacks of one account. */
public final class SimulatedCloudFormation {
  private final List<SimulatedStack> stacks;

  public SimulatedCloudFormation(SimulatedStack... stacks) {
    this.stacks = List.of(stacks);
  }

  public Service service() {
    return new Service("cloudformation", Service.Protocol.QUERY)
        .on("DescribeStacks", DescribeStacksRequest::builder, this::describe);
  }

  /** One page: a world has few stacks. */
  private DescribeStacksResponse describe(Caller caller, DescribeStacksRequest request) {
    Members.of(request).modelled(Set.of("StackName", "NextToken"));
    var asked = request.stackName();
    var found =
        stacks.stream()
            .filter(it -> it.region().equals(caller.region()))
            .filter(it -> asked == null || asked.equals(it.name()) || asked.equals(it.arn()))
            .map(SimulatedStack::view)
            .toList();
    if (asked != null && found.isEmpty()) {
      throw new AwsError(
          "ValidationError", 400, "Stack with id %s does not exist".formatted(asked));
    }
    return DescribeStacksResponse.builder().stacks(found).build();
  }
}
