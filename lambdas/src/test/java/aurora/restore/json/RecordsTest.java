package aurora.restore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {
  enum Colour {
    RED
  }

  record Inner(String someName, Integer count) {}

  record All(
      String text,
      int whole,
      long big,
      Double part,
      BigDecimal exact,
      boolean isTrue,
      Instant at,
      Colour colour,
      List<Inner> inners,
      Map<String, List<Integer>> numbers,
      JsonNode anything,
      OfAws ofAws,
      OfStates ofStates) {}

  record OfAws(String startDate) implements CamelCase {}

  record OfStates(String startTime) implements PascalCase {}

  private static final String TEXT =
      """
      {"text":"ä\\"","whole":1,"big":12345678901,"part":0.5,"exact":12.5,"is_true":true,
      "at":"2026-11-23T03:00:00Z","colour":"RED","inners":[{"some_name":"a"},{"count":2}],
      "numbers":{"n":[1,2]},"anything":{"x":[null,1.5,"y"]},"of_aws":{"startDate":"d"},"of_states":{"StartTime":"t"}}\
      """
          .replace("\n", "");

  @Test
  void whatIsReadIsWrittenAgain() throws Exception {
    var all = read(TEXT, All.class);

    assertThat(all.inners()).containsExactly(new Inner("a", null), new Inner(null, 2));
    assertThat(all.numbers()).containsEntry("n", List.of(1, 2));
    assertThat(JsonText.of(Records.tree(all))).isEqualTo(TEXT);
  }

  @Test
  void aNumberKeepsAllItsDigits() throws Exception {
    var text = "[0.5,1.0,12345678901234567890.25,123456789012345678901234567890]";

    assertThat(JsonText.of(JsonText.read(text))).isEqualTo(text);
  }

  @Test
  void whatIsMissingIsNothingAndWhatIsUnknownIsPassedOver() throws Exception {
    assertThat(read("{\"unknown\":1,\"text\":null}", All.class))
        .isEqualTo(
            new All(null, 0, 0, null, null, false, null, null, null, null, null, null, null));
  }

  sealed interface Subject {}

  record Restored(String plan, int count) implements Subject {}

  record Failed(String failure, int count) implements Subject {}

  @Test
  void ofAChoiceItIsTheRecordWhoseFirstComponentIsThere() throws Exception {
    assertThat(read("{\"count\":1,\"failure\":\"f\"}", Subject.class))
        .isEqualTo(new Failed("f", 1));
    assertThat(read("{\"plan\":\"p\",\"failure\":null}", Subject.class))
        .isEqualTo(new Restored("p", 0));
    assertThatThrownBy(() -> read("{\"count\":1}", Subject.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Subject");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> read("{\"whole\":\"one\"}", All.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a STRING is no int: \"one\"");
    assertThatThrownBy(() -> read("{\"colour\":\"BLUE\"}", All.class)).hasMessageContaining("BLUE");
    assertThatThrownBy(() -> read("[]", All.class)).hasMessageContaining("ARRAY");
  }

  @Test
  void whatARecordRefusesIsThrownAsItIs() {
    record Picky(String name) {
      Picky {
        throw new UnsupportedOperationException("never " + name);
      }
    }

    assertThatThrownBy(() -> read("{\"name\":\"x\"}", Picky.class))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("never x");
  }

  private static <T> T read(String text, Class<T> type) throws Exception {
    return Records.read(JsonText.read(text), type);
  }
}
