package aurora.restore.stories.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.edge.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that can't fail would prove nothing. */
class EmbeddedMetricFormatTest {
  private static final String GOOD =
      """
      {"_aws":{"Timestamp":1763866800000,"CloudWatchMetrics":[{"Namespace":"Ours",\
      "Dimensions":[["deployment"]],"Metrics":[{"Name":"Age","Unit":"Seconds"}]}]},\
      "deployment":"dr","Age":5}\
      """;

  @Test
  void aLineByTheRulesHasNoFinding() throws JsonProcessingException {
    assertThat(EmbeddedMetricFormat.findings(Json.MAPPER.readTree(GOOD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1763866800000 | 1763866800 | Timestamp isn't in milliseconds",
        "\"Timestamp\":1763866800000, | `` | _aws lacks",
        "\"Namespace\":\"Ours\" | \"Namespace\":\"AWS/RDS\" | the namespace is AWS/RDS",
        "[[\"deployment\"]] | [] | no set of dimensions",
        "[[\"deployment\"]] | [\"deployment\"] | a set of dimensions is",
        "[[\"deployment\"]] | [[\"phase\"]] | dimension phase is",
        "\"deployment\":\"dr\" | \"deployment\":\"\" | dimension deployment is",
        "\"deployment\":\"dr\" | \"deployment\":7 | dimension deployment is",
        "\"Age\":5 | \"Age\":\"5\" | metric Age is",
        "\"Age\":5 | \"Rage\":5 | metric Age is",
        "Seconds | seconds | the unit of Age is",
        "\"Unit\":\"Seconds\" | \"Units\":\"Seconds\" | a metric has [Units]",
      })
  void whatBreaksARuleIsFound(String rule, String broken, String finding)
      throws JsonProcessingException {
    var line = GOOD.replace(rule, broken);
    assertThat(line).isNotEqualTo(GOOD);
    assertThat(EmbeddedMetricFormat.findings(Json.MAPPER.readTree(line)))
        .anySatisfy(it -> assertThat(it).contains(finding));
  }
}
