package aurora.restore.infra;

import java.util.List;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.QueryDefinition;
import software.amazon.awscdk.services.logs.QueryString;
import software.constructs.Construct;

/** Saves the questions to the logs that come up first, in the folder of the deployment's name. */
record SavedQueries(Construct scope, DeploymentConfiguration configuration) {
  /**
   * @param machines the log groups of the state machines
   * @param functions those of the functions
   */
  void make(List<LogGroup> machines, List<LogGroup> functions) {
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
        "ErrorsQuery",
        "errors of functions",
        functions,
        QueryString.Builder.create()
            .fields(List.of("@timestamp", "@log", "@message"))
            .filterStatements(List.of("@message like /aurora.restore.error|Exception|ERROR/"))
            .sort("@timestamp desc")
            .limit(100));
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
