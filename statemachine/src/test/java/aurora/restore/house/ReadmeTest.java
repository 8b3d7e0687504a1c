package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.plan.RestoreRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern JSON =
      Pattern.compile("^```json\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyCommandOfTheReadmeIsRunByTheBuildOrCallsWhatAwsHas() {
    var run = Repository.read(".ci/run").lines().map(String::strip).toList();
    var commands = Markdown.of("README.md").commands();
    assertThat(commands).isNotEmpty();
    for (var command : commands) {
      if (command.startsWith("aws ")) {
        AwsCommand.parse(command).requireKnown();
      } else {
        assertThat(run).as(".ci/run runs the README's commands").contains(command);
      }
    }
  }

  @Test
  void theStartOfAnExecutionHasAnInputThatIsAccepted() throws JsonProcessingException {
    var starts =
        Markdown.of("README.md").commands().stream()
            .filter(command -> command.startsWith("aws stepfunctions start-execution "))
            .map(AwsCommand::parse)
            .toList();
    assertThat(starts).isNotEmpty();
    for (var start : starts) {
      var input = start.options().get("input");
      var json = input.startsWith("file://") ? Repository.read(input.substring(7)) : input;
      var request = RestoreRequest.read(Json.MAPPER.readTree(json), "readme");
      assertThat(request.operationId()).isEqualTo("readme");
    }
  }

  @Test
  void theInputThatTheReadmeShowsIsTheOneThatIsRehearsed() throws JsonProcessingException {
    var shown = JSON.matcher(Repository.read("README.md")).results().toList();
    assertThat(shown).hasSize(1);
    assertThat(Json.MAPPER.readTree(shown.getFirst().group(1)))
        .isEqualTo(Json.MAPPER.readTree(Repository.read("docs/examples/restore.json")));
  }
}
