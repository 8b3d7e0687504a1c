package aurora.restore.fault;

import aurora.restore.simulation.AwsError;
import java.time.Duration;
import java.util.List;

/** What goes wrong with calls of AWS. */
final class ServiceFaults {
  private static final Duration STORM = Duration.ofMinutes(2);

  private ServiceFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "throttled",
            "Calls of an operation, or of a whole service, are throttled for two minutes.",
            Argument.usually(Argument.Kind.ACTION, "rds"),
            (stage, calls) ->
                new RefusedCalls(
                        stage,
                        stage.calls(calls),
                        STORM,
                        (caller, service, operation) -> Answers.throttled(service))
                    .begin()),
        new Fault(
            "access-denied",
            "AWS denies an operation to every function.",
            Argument.required(Argument.Kind.ACTION),
            (stage, calls) ->
                new RefusedCalls(stage, stage.calls(calls), null, Answers::denied).begin()),
        new Fault(
            "refused",
            "AWS refuses an operation for a reason that the pipeline has no name for.",
            Argument.usually(Argument.Kind.ACTION, "rds:RestoreDBClusterFromSnapshot"),
            (stage, calls) ->
                new RefusedCalls(
                        stage,
                        stage.calls(calls),
                        null,
                        (caller, service, operation) ->
                            new AwsError(
                                "InvalidParameterValue", 400, "a rule that nobody has heard of"))
                    .begin()),
        new Fault(
            "answer-lost",
            "A call takes effect, but its answer and those of the SDK's retries are lost.",
            Argument.usually(Argument.Kind.ACTION, "rds:RestoreDBClusterFromSnapshot"),
            ServiceFaults::answerLost),
        new Fault(
            "source-region-down",
            "A region answers no call: what lies there alone is lost for the time being.",
            Argument.usually(Argument.Kind.REGION, "source_region"),
            (stage, region) -> new SilentRegion(stage, stage.lostRegion(region)).begin()),
        Fault.of(
            "sns-down",
            "SNS answers no call until it is mended.",
            (stage, none) -> down(stage, "sns", null)),
        Fault.of(
            "dynamodb-down",
            "DynamoDB answers no call for two minutes, from the first one on.",
            (stage, none) -> down(stage, "dynamodb", STORM)),
        Fault.of(
            "dynamodb-down-for-good",
            "DynamoDB answers no call from the wait for the cluster on, until it is mended.",
            (stage, none) -> downForGood(stage)));
  }

  private static Runnable answerLost(Stage stage, String action) {
    var calls = stage.calls(action);
    return new LostAnswer(
            stage.world(),
            (_, service, operation) -> calls.include(service, operation),
            stage::strike)
        .begin();
  }

  private static Runnable down(Stage stage, String service, Duration length) {
    return new RefusedCalls(
            stage,
            stage.calls(service),
            length,
            (caller, called, operation) -> Answers.broken(called))
        .begin();
  }

  /** From a state on at which the operation's row says RUNNING. */
  private static Runnable downForGood(Stage stage) {
    var down =
        new RefusedCalls(
            stage,
            stage.calls("dynamodb"),
            null,
            (caller, called, operation) -> Answers.broken(called));
    stage.onEntering("Wait For Cluster", () -> stage.world().callFaults().add(down));
    return () -> stage.world().callFaults().remove(down);
  }
}
