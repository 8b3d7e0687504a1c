package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DefinitionFormatTest {
  /** A member whose text is too long for a line: it can't be broken. */
  private static final Pattern ONE_TEXT =
      Pattern.compile(" *\"[A-Za-z]+\": \"(\\\\.|[^\"\\\\])*\",?");

  @Test
  void everyDefinitionIsAsTheFormatterWritesIt() {
    var unformatted =
        Repository.files(".asl.json").stream()
            .filter(DefinitionFormatTest::isUnformatted)
            .map(Repository::name)
            .toList();
    assertThat(unformatted)
        .as("to be formatted: ./mvnw verify -Dformat.write=true does it")
        .isEmpty();
  }

  @Test
  void onlyALineOfOneTextIsLongerThanThePage() {
    for (var file : Repository.files(".asl.json")) {
      assertThat(Repository.read(file).lines())
          .as("lines of %s", Repository.name(file))
          .filteredOn(line -> line.length() > DefinitionFormat.COLUMNS)
          .allMatch(line -> ONE_TEXT.matcher(line).matches());
    }
  }

  @Test
  void everyStateFitsOnHalfAScreen() {
    for (var file : Repository.files(".asl.json")) {
      var states = Repository.read(file).split("\\n +(?=\"[^\"]+\": \\{\\n +\"Type\")");
      assertThat(states)
          .as("states of %s", Repository.name(file))
          .allSatisfy(state -> assertThat(state.lines().count()).isLessThan(41));
    }
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

  /** Asked to write, formats the file, which then is as it should be. */
  private static boolean isUnformatted(Path file) {
    var definition = Repository.read(file);
    var formatted = DefinitionFormat.of(read(file, definition));
    if (formatted.equals(definition)) {
      return false;
    }
    if (Boolean.getBoolean("format.write")) {
      Repository.write(file, formatted);
      return false;
    }
    return true;
  }

  private static JsonNode read(Path file, String definition) {
    try {
      return Json.MAPPER.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new AssertionError(Repository.name(file) + " can't be read as JSON", e);
    }
  }
}
