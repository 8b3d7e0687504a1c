package aurora.restore.edge;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.operation.Look;
import aurora.restore.operation.Milestone;
import aurora.restore.operation.Recorded;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aRecordIsItsComponentsAndNothingThatItComputes() throws Exception {
    assertThat(Json.MAPPER.writeValueAsString(Look.pending("copying", null, 30, null)))
        .isEqualTo("{\"status\":\"PENDING\",\"observed\":\"copying\",\"pause_seconds\":30}");
  }

  @Test
  void anInstantGoesOutAndComesInAsText() throws Exception {
    var recorded = new Recorded(Milestone.STARTED, Instant.parse("2026-11-23T03:00:00.120Z"), true);

    var json = Json.MAPPER.writeValueAsString(recorded);

    assertThat(json).contains("\"2026-11-23T03:00:00.120Z\"");
    assertThat(Json.MAPPER.readValue(json, Recorded.class)).isEqualTo(recorded);
  }

  @Test
  void anEmptyListIsWritten() throws Exception {
    record Named(List<String> names) {}

    assertThat(Json.MAPPER.writeValueAsString(new Named(List.of()))).isEqualTo("{\"names\":[]}");
  }
}
