package aurora.restore.simulation.states;

import aurora.restore.engine.Engine;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** The machines of the one region that has any. */
record MachineListing(Supplier<Engine> engine) {
  void register(Service service) {
    service
        .on("DescribeStateMachine", DescribeStateMachineRequest::builder, this::describe)
        .on("ListStateMachines", ListStateMachinesRequest::builder, this::list);
  }

  /** One page: a world has few machines. */
  private ListStateMachinesResponse list(Caller caller, ListStateMachinesRequest request) {
    return ListStateMachinesResponse.builder()
        .stateMachines(
            engine.get().machines().stream()
                .filter(it -> it.arn().contains(":" + caller.region() + ":"))
                .map(MachineListing::item)
                .toList())
        .build();
  }

  private static StateMachineListItem item(Engine.Deployed machine) {
    return StateMachineListItem.builder()
        .name(machine.name())
        .stateMachineArn(machine.arn())
        .type(StateMachineType.STANDARD)
        .creationDate(machine.at())
        .build();
  }

  private DescribeStateMachineResponse describe(
      Caller caller, DescribeStateMachineRequest request) {
    var machine =
        engine.get().machines().stream()
            .filter(it -> it.arn().equals(request.stateMachineArn()))
            .findFirst()
            .orElseThrow(
                () ->
                    new AwsError(
                        "StateMachineDoesNotExist",
                        400,
                        "State Machine Does Not Exist: '" + request.stateMachineArn() + "'"));
    return DescribeStateMachineResponse.builder()
        .name(machine.name())
        .stateMachineArn(machine.arn())
        .status(StateMachineStatus.ACTIVE)
        .type(StateMachineType.STANDARD)
        .creationDate(machine.at())
        .definition(machine.definition())
        .roleArn("arn:aws:iam::%s:role/%s".formatted(caller.account(), machine.name()))
        .build();
  }
}
