package aurora.restore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
  @Test
  void jsonComesBackFromARowAsItWentIn() throws Exception {
    var json =
        Json.MAPPER.readTree(
            "{\"flag\":true,\"half\":0.5,\"list\":[1,\"two\",null],\"map\":{\"a\":{}},\"text\":\"\"}");

    var row = Map.of("value", Attributes.of(json));

    assertThat(Attributes.json(row).get("value").toString()).isEqualTo(json.toString());
  }
}
