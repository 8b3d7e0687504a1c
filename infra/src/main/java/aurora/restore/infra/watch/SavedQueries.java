package aurora.restore.infra.watch;

import static aurora.restore.telemetry.Metric.FAILURES;
import static aurora.restore.telemetry.Metric.RPO;
import static aurora.restore.telemetry.Metric.RTO;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import java.util.List;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.QueryDefinition;
import software.amazon.awscdk.services.logs.QueryString;
import software.constructs.Construct;

/** Saves the questions to the logs that come up first, in the folder of the deployment's name. */
public record SavedQueries(Construct scope, DeploymentConfiguration configuration) {
  /**
   * @param machines the log groups of the state machines
   * @param functions those of the functions
   */
  public void make(List<LogGroup> machines, List<LogGroup> functions) {
    save(
        "FailedTasksQuery",
        "tasks that failed",
        machines,
        QueryString.Builder.create()
            .fields(
                List.of("@timestamp", "execution_arn", "type", "details.error", "details.cause"))
            .filterStatements(List.of("type like /Failed|TimedOut|Aborted/"))
            .sort("@timestamp desc")
            .limit(100));
    save(
        "StatesQuery",
        "states as they were entered",
        machines,
        QueryString.Builder.create()
            .fields(List.of("@timestamp", "execution_arn", "details.name"))
            .filterStatements(List.of("type like /StateEntered/"))
            .sort("@timestamp desc")
            .limit(1000));
    save(
        "OperationQuery",
        "the story of an operation",
        functions,
        QueryString.Builder.create()
            .fields(List.of("@timestamp", "level", "step", "resource", "message", "cause"))
            .filterStatements(
                List.of("operation_id = \"put-the-operation-id-here\"", "ispresent(milliseconds)"))
            .sort("@timestamp asc")
            .limit(10_000));
    save(
        "ErrorsQuery",
        "errors of functions",
        functions,
        QueryString.Builder.create()
            .fields(
                List.of(
                    "@timestamp", "level", "operation_id", "step", "error", "cause", "@message"))
            // The second half is what a function can't say any more: Lambda says it.
            .filterStatements(
                List.of(
                    "level in [\"ERROR\", \"WARN\"]"
                        + " or @message like /Task timed out|Runtime exited|Runtime.ExitError/"))
            .sort("@timestamp desc")
            .limit(1000));
    save(
        "FailuresQuery",
        "failures by error",
        functions,
        QueryString.Builder.create()
            .filterStatements(List.of("ispresent(" + FAILURES.label() + ")"))
            .statsStatements(
                List.of(
                    "sum("
                        + FAILURES.label()
                        + ") as failures, max(@timestamp) as last by error, machine, failed_step"))
            .sort("failures desc"));
    save(
        "GoalsQuery",
        "RTO and RPO of restores",
        functions,
        QueryString.Builder.create()
            .fields(
                List.of(
                    "@timestamp",
                    "operation_id",
                    RTO.label(),
                    RPO.label(),
                    "drill",
                    "snapshot_id",
                    "redrive_count"))
            .filterStatements(List.of("ispresent(" + RTO.label() + ")"))
            .sort("@timestamp desc")
            .limit(1000));
    save(
        "RunsQuery",
        "runs of functions, cold starts and memory",
        functions,
        QueryString.Builder.create()
            .filterStatements(List.of("@type = \"REPORT\""))
            .statsStatements(
                List.of(
                    "count(*) as runs, count(@initDuration) as coldStarts, max(@initDuration),"
                        + " max(@duration), max(@maxMemoryUsed / 1000000) as megabytes by @log")));
  }

  private void save(String id, String title, List<LogGroup> logs, QueryString.Builder query) {
    QueryDefinition.Builder.create(scope, id)
        .queryDefinitionName(configuration.name() + "/" + title)
        .logGroups(logs)
        .queryString(query.build())
        .build();
  }
}
