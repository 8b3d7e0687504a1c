package aurora.restore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.json.JsonText;
import aurora.restore.json.Records;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Recorded;
import aurora.restore.operation.ResourceKind;
import aurora.restore.operation.WaitAnswer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever isn't deployed reads and writes the same as the handlers. */
class JsonTest {
  @Test
  void aRecordIsItsComponentsAndNothingThatItComputes() throws Exception {
    assertThat(written(WaitAnswer.pending("copying", null, 30, null)))
        .isEqualTo("{\"status\":\"PENDING\",\"observed\":\"copying\",\"pause_seconds\":30}");
  }

  @Test
  void anInstantGoesOutAndComesInAsText() throws Exception {
    var recorded = new Recorded(Milestone.STARTED, Instant.parse("2026-11-23T03:00:00.120Z"), true);

    var json = written(recorded);

    assertThat(json).contains("\"2026-11-23T03:00:00.120Z\"").doesNotContain("anew");
    assertThat(Json.MAPPER.readValue(json, Recorded.class)).isEqualTo(recorded);
    assertThat(Records.read(JsonText.read(json), Recorded.class)).isEqualTo(recorded);
  }

  @Test
  void anEmptyListIsWritten() throws Exception {
    record Named(List<String> names) {}

    assertThat(written(new Named(List.of()))).isEqualTo("{\"names\":[]}");
  }

  @Test
  void anEnumMayHaveAWordOfItsOwn() throws Exception {
    assertThat(written(ResourceKind.CLUSTER_SNAPSHOT)).isEqualTo("\"cluster-snapshot\"");
  }

  /** By the handlers' way, which the mapper must agree with. */
  private static String written(Object value) throws Exception {
    var json = JsonText.of(Records.tree(value));
    assertThat(Json.MAPPER.writeValueAsString(value)).isEqualTo(json);
    return json;
  }
}
