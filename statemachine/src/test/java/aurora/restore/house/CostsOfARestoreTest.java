package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import aurora.restore.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What docs/deploy.md says that a restore costs is what the example's restore takes. */
class CostsOfARestoreTest {
  private static long many(String what) {
    var rows =
        Markdown.of("docs/deploy.md").rows().stream()
            .filter(row -> row.getFirst().startsWith(what))
            .toList();
    assertThat(rows).as(what).hasSize(1);
    return Long.parseLong(rows.getFirst().get(1));
  }

  private static long count(List<HistoryEvent> history, String type) {
    return history.stream().filter(event -> event.typeAsString().endsWith(type)).count();
  }

  @Test
  void theExamplesRestoreHasAsManyTransitionsAndRunsAsTheDocumentCharges()
      throws JsonProcessingException {
    var input = Json.MAPPER.readTree(Repository.read("docs/examples/restore.json"));
    try (var world = World.of(input, 1)) {
      var execution = world.restore("drill-1", input).execution();

      assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(count(execution.history(), "StateEntered")).isEqualTo(many("state transitions"));
      assertThat(count(execution.history(), "TaskStarted")).isEqualTo(many("runs of functions"));
    }
  }
}
