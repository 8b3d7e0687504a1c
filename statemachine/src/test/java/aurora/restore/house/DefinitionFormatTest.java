package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.asl.AslException;
import aurora.restore.asl.DefinitionFormat;
import aurora.restore.asl.YamlDefinition;
import aurora.restore.edge.Json;
import aurora.restore.machine.Machine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionFormatTest {
  private static final String DEPLOYED =
      "statemachine/src/test/resources/aurora/restore/machine/deployed.jsonl";

  /** A member whose text is too long for a line: it can't be broken. */
  private static final Pattern ONE_TEXT = Pattern.compile(" *[A-Za-z]+: .*");

  /** What is written in YAML is reviewed as what Step Functions gets: a line for each state. */
  @Test
  void whatIsDeployedIsAsReviewed() throws JsonProcessingException {
    var lines = new StringBuilder();
    for (var machine : Machine.values()) {
      var definition = Json.MAPPER.readTree(machine.definition());
      for (var member : definition.properties()) {
        if (!member.getKey().equals("States")) {
          lines.append(line(machine.id(), member.getKey(), member.getValue()));
        }
      }
      for (var state : definition.get("States").properties()) {
        lines.append(line(machine.id(), state.getKey(), state.getValue()));
      }
    }
    Golden.whole(DEPLOYED, lines.toString());
  }

  @ParameterizedTest
  @EnumSource
  void everyStateFitsOnHalfAScreen(Machine machine) {
    var states = source(machine).split("\\n +(?=[^\\n]+:\\n +Type: )");
    assertThat(states).allSatisfy(state -> assertThat(state.lines().count()).isLessThan(41));
  }

  @ParameterizedTest
  @EnumSource
  void onlyALineOfOneTextIsLongerThanThePage(Machine machine) {
    assertThat(source(machine).lines())
        .filteredOn(line -> line.length() > DefinitionFormat.COLUMNS)
        .allMatch(line -> ONE_TEXT.matcher(line).matches());
  }

  /** Errors that are written out beside their name would be changed in one place alone. */
  @ParameterizedTest
  @EnumSource
  void whatPassesIsSaidOnce(Machine machine) {
    assertThat(source(machine).split("Lambda.ServiceException")).hasSize(2);
  }

  @Test
  void nameStandsForWhatItNames() throws JsonProcessingException {
    var deployed =
        YamlDefinition.deployed(
            """
            States:
              Look: { Type: Task, Retry: &patient [{ MaxAttempts: 15 }] }
              Look Again: { Type: Task, Retry: *patient }
            """);
    assertThat(Json.MAPPER.readTree(deployed).at("/States/Look Again/Retry/0/MaxAttempts").asInt())
        .isEqualTo(15);
  }

  @Test
  void keyThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> YamlDefinition.deployed("Comment: one\nComment: two\n"))
        .isInstanceOf(AslException.class)
        .hasMessageContaining("Comment")
        .hasMessageContaining("line 2");
  }

  @Test
  void whatFitsOnALineStandsOnOne() throws JsonProcessingException {
    var definition =
        """
        {"States": {"Look": {"Type": "Task", "Arguments": {"a": 1, "b": [2, 3]},
          "Retry": [{"ErrorEquals": ["First.Error.That.Has.A.Long.Name.Indeed",
            "Second.Error.That.Has.A.Long.Name.Indeed", "Third"], "IntervalSeconds": 2,
            "MaxAttempts": 3}]}}}
        """;
    assertThat(DefinitionFormat.of(Json.MAPPER.readTree(definition)))
        .isEqualTo(
            """
            {
              "States": {
                "Look": {
                  "Type": "Task",
                  "Arguments": { "a": 1, "b": [2, 3] },
                  "Retry": [
                    {
                      "ErrorEquals": [
                        "First.Error.That.Has.A.Long.Name.Indeed", "Second.Error.That.Has.A.Long.Name.Indeed", "Third"
                      ],
                      "IntervalSeconds": 2, "MaxAttempts": 3
                    }
                  ]
                }
              }
            }
            """);
  }

  private static String source(Machine machine) {
    return Repository.read(
        Repository.path(
            "statemachine/src/main/resources/aurora/restore/machine/"
                + machine.id()
                + ".asl.yaml"));
  }

  private static String line(String machine, String name, JsonNode value) {
    var line = Json.MAPPER.createObjectNode();
    line.put("machine", machine);
    line.set(name, value);
    return line + "\n";
  }
}
