package aurora.restore.infra.watch;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.engine.Execution;
import aurora.restore.fault.FaultOrder;
import aurora.restore.infra.Synthesized;
import aurora.restore.infra.Synthesized.Resource;
import aurora.restore.world.LogEvent;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What is asked of the logs is what the functions write into them, and all of them are asked. */
class SavedQueriesTest {
  /** What ends up as a text or a pattern is no name: it is taken out first. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|/[^/]*/");

  private static final Pattern ALIAS = Pattern.compile("\\bas (\\w+)");
  private static final Pattern NAME = Pattern.compile("@?[A-Za-z_][\\w.]*");

  /** Of the language of Logs Insights, as far as it is spoken here. */
  private static final Set<String> LANGUAGE =
      Set.of(
          "and",
          "as",
          "asc",
          "by",
          "count",
          "desc",
          "fields",
          "filter",
          "in",
          "ispresent",
          "like",
          "limit",
          "max",
          "or",
          "sort",
          "stats",
          "sum");

  private static final Synthesized STACK = Synthesized.awsOwned();

  private static List<Resource> queries() {
    return STACK.resources("AWS::Logs::QueryDefinition");
  }

  private static Set<String> asked(Resource query) {
    return new TreeSet<>(
        Synthesized.list(query.properties().path("LogGroupNames"))
            .map(name -> name.path("Ref").asText())
            .toList());
  }

  /** The log groups that resources of a type write to. */
  private static Set<String> written(String type, String group) {
    var written = new TreeSet<String>();
    for (var writer : STACK.resources(type)) {
      var named = writer.properties().at(group).asText();
      assertThat(STACK.resource("AWS::Logs::LogGroup", named).id())
          .as("the log group of " + writer.id())
          .isEqualTo(named);
      written.add(named);
    }
    return written;
  }

  private static Set<String> ofFunctions() {
    return written("AWS::Lambda::Function", "/LoggingConfig/LogGroup/Ref");
  }

  private static Set<String> ofMachines() {
    return written(
        "AWS::StepFunctions::StateMachine",
        "/LoggingConfiguration/Destinations/0/CloudWatchLogsLogGroup/LogGroupArn/Fn::GetAtt/0");
  }

  /** The members of log lines that a query names. */
  private static Set<String> members(Resource query) {
    var text = LITERAL.matcher(query.properties().path("QueryString").asText()).replaceAll(" ");
    var members = new TreeSet<String>();
    NAME.matcher(text).results().map(found -> found.group()).forEach(members::add);
    ALIAS.matcher(text).results().map(found -> found.group(1)).forEach(members::remove);
    members.removeIf(name -> name.startsWith("@") || LANGUAGE.contains(name));
    return members;
  }

  /** All lines of a restore that succeeds, or with a fault, of one that fails. */
  private static List<JsonNode> lines(ExecutionStatus status, String... faults) {
    var input = Json.MAPPER.valueToTree(Synthesized.input());
    try (var world = World.of(input, 1)) {
      for (var fault : faults) {
        FaultOrder.read(fault).in(world, input);
      }
      Execution execution = world.restore("drill-1", input).execution();
      assertThat(execution.status()).isEqualTo(status);
      return world.log().stream().map(LogEvent::json).toList();
    }
  }

  @Test
  void whatIsAskedOfTheFunctionsLogsIsOnALineOfARestore() {
    var lines = new ArrayList<>(lines(ExecutionStatus.SUCCEEDED));
    lines.addAll(lines(ExecutionStatus.FAILED, "copy-fails"));
    var members = new TreeSet<String>();
    queries().stream()
        .filter(query -> asked(query).equals(ofFunctions()))
        .forEach(query -> members.addAll(members(query)));

    assertThat(members)
        .contains("operation_id", "milliseconds", "RtoSeconds", "Failures", "failed_step")
        .allSatisfy(
            member -> assertThat(lines).as(member).anyMatch(line -> line.hasNonNull(member)));
  }

  @Test
  void eachQuestionHasANameInTheFolderOfTheDeployment() {
    assertThat(Synthesized.customerManaged().resources("AWS::Logs::QueryDefinition"))
        .extracting(query -> query.properties().path("Name").asText())
        .hasSize(7)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("orders-dr/"));
  }

  @Test
  void eachQuestionIsAskedOfAllFunctionsOrOfAllMachines() {
    assertThat(ofFunctions()).hasSize(Synthesized.functions().size());
    assertThat(ofMachines()).isNotEmpty().doesNotContainAnyElementsOf(ofFunctions());
    assertThat(queries())
        .isNotEmpty()
        .allSatisfy(
            query -> {
              var ofMachine = Set.of("FailedTasksQuery", "StatesQuery");
              var isOfMachines = ofMachine.stream().anyMatch(query.id()::startsWith);
              assertThat(asked(query))
                  .as(query.id())
                  .isEqualTo(isOfMachines ? ofMachines() : ofFunctions());
            });
  }
}
