package aurora.restore.simulation.states;

import aurora.restore.engine.Engine;
import aurora.restore.engine.Execution;
import aurora.restore.engine.RedriveRefused;
import aurora.restore.engine.StartRefused;
import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

/** Answers what executions are and were, from the engine that runs them. */
public final class SimulatedStates {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final InstantSource time;
  private final Supplier<Engine> engine;

  /**
   * @param time lists are behind it
   * @param engine asked for at each call, since the engine itself needs the functions that call
   *     this
   */
  public SimulatedStates(InstantSource time, Supplier<Engine> engine) {
    this.time = time;
    this.engine = engine;
  }

  public Service service() {
    return new Service("states", Service.Protocol.JSON)
        .on("DescribeExecution", DescribeExecutionRequest::builder, this::describe)
        .on("ListExecutions", ListExecutionsRequest::builder, this::list)
        .on("RedriveExecution", RedriveExecutionRequest::builder, this::redrive)
        .on("StartExecution", StartExecutionRequest::builder, this::start)
        .on("GetExecutionHistory", GetExecutionHistoryRequest::builder, this::history);
  }

  /** The same service, with what operators ask of it too. */
  public Service forOperators() {
    var service = service().on("StopExecution", StopExecutionRequest::builder, this::stop);
    new MachineListing(engine).register(service);
    return service;
  }

  private StopExecutionResponse stop(Caller caller, StopExecutionRequest request) {
    var execution = execution(request.executionArn());
    engine.get().stop(execution.arn(), request.error(), request.cause());
    return StopExecutionResponse.builder().stopDate(execution.stopDate()).build();
  }

  private StartExecutionResponse start(Caller caller, StartExecutionRequest request) {
    try {
      var input = request.input() == null ? "{}" : request.input();
      var started =
          engine
              .get()
              .start(request.stateMachineArn(), request.name(), new JsonMapper().readTree(input));
      return StartExecutionResponse.builder()
          .executionArn(started.arn())
          .startDate(started.startDate())
          .build();
    } catch (StartRefused e) {
      throw new AwsError(e.error(), 400, e.getMessage());
    } catch (JsonProcessingException e) {
      throw new AwsError("InvalidExecutionInput", 400, "Invalid State Machine Execution Input");
    }
  }

  private DescribeExecutionResponse describe(Caller caller, DescribeExecutionRequest request) {
    var execution = execution(request.executionArn());
    return DescribeExecutionResponse.builder()
        .executionArn(execution.arn())
        .stateMachineArn(execution.machineArn())
        .name(execution.name())
        .status(execution.status())
        .startDate(execution.startDate())
        .stopDate(execution.stopDate())
        .input(execution.input().toString())
        .output(execution.output() == null ? null : execution.output().toString())
        .redriveCount(execution.redriveCount())
        .redriveDate(execution.redriveDate())
        .error(execution.error())
        .cause(execution.cause())
        .build();
  }

  private ListExecutionsResponse list(Caller caller, ListExecutionsRequest request) {
    return new ExecutionListing(engine.get(), time.instant()).answer(request);
  }

  /** A token that was used before answers the same again, for 15 minutes; callers give none. */
  private RedriveExecutionResponse redrive(Caller caller, RedriveExecutionRequest request) {
    var execution = execution(request.executionArn());
    try {
      engine.get().redrive(execution.arn());
    } catch (RedriveRefused e) {
      throw new AwsError(e.error(), 400, e.getMessage());
    }
    return RedriveExecutionResponse.builder().redriveDate(execution.redriveDate()).build();
  }

  /** A page's token is the number of events before it. */
  private GetExecutionHistoryResponse history(Caller caller, GetExecutionHistoryRequest request) {
    var events = execution(request.executionArn()).history();
    var ordered = Boolean.TRUE.equals(request.reverseOrder()) ? events.reversed() : events;
    int size = request.maxResults() == null ? USUAL_PAGE : request.maxResults();
    if (size < 0 || size > LARGEST_PAGE) {
      throw new AwsError("ValidationException", 400, "maxResults must be from 0 to 1000");
    }
    int from = request.nextToken() == null ? 0 : ExecutionListing.position(request.nextToken());
    int to = Math.min(ordered.size(), from + (size == 0 ? USUAL_PAGE : size));
    return GetExecutionHistoryResponse.builder()
        .events(ordered.subList(Math.min(from, to), to))
        .nextToken(to < ordered.size() ? Integer.toString(to) : null)
        .build();
  }

  private Execution execution(String arn) {
    return engine
        .get()
        .execution(arn)
        .orElseThrow(
            () ->
                new AwsError(
                    "ExecutionDoesNotExist", 400, "Execution Does Not Exist: '" + arn + "'"));
  }
}
