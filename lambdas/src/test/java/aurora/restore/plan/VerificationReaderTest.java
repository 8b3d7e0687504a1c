package aurora.restore.plan;

import static aurora.restore.plan.RunbookInput.json;
import static aurora.restore.plan.RunbookInput.runbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aurora.restore.edge.Json;
import aurora.restore.error.Finding;
import aurora.restore.error.InvalidRequest;
import aurora.restore.operation.DataVerification;
import aurora.restore.operation.Expectation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationReaderTest {
  private static final String CHECK = "{'name': 'a', 'sql': 'select 1', 'equals': 1}";

  @Test
  void checksAreReadWithTheirDefaults() throws Exception {
    var read = read("{'database': 'orders', 'secret': 'managed', 'checks': [" + CHECK + "]}");

    var verification = read.verification();
    assertThat(verification.isManaged()).isTrue();
    assertThat(read.cluster().manageMasterPassword()).isTrue();
    var check = verification.checks().getFirst();
    assertThat(check.timeoutSeconds()).isEqualTo(20);
    assertThat(check.expectation().kind()).isEqualTo(Expectation.Kind.EQUALS);
    assertThat(check.expectation().value().intValue()).isEqualTo(1);
  }

  @Test
  void aPlanKeepsThemAsTheyAre() throws Exception {
    var read =
        read(
            "{'database': 'orders', 'secret': 'managed', 'checks': [{'name': 'a', 'sql': 'select"
                + " 1', 'at_least': 1.5}, {'name': 'b', 'sql': 'select 1', 'not_empty': true}]}");

    var written = Json.MAPPER.writeValueAsString(read.verification());

    assertThat(Json.MAPPER.readValue(written, DataVerification.class).checks())
        .extracting(check -> check.expectation().words())
        .containsExactly("at least 1.5", "rows");
  }

  @Test
  void aSecretOfOnesOwnLeavesTheMasterPasswordAlone() throws Exception {
    var read =
        read(
            "{'database': 'orders', 'secret':"
                + " 'arn:aws:secretsmanager:us-west-2:111122223333:secret:checks-a1b2c3', 'checks':"
                + " ["
                + CHECK
                + "]}");

    assertThat(read.cluster().manageMasterPassword()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'name': 'a', 'sql': 'select 1'}                               | expectation: is missing
          {'name': 'a', 'sql': 'select 1', 'equals': 1, 'at_least': 1}   | expectation: is given as
          {'name': 'a', 'sql': 'select 1', 'equals': []}                 | equals: is []
          {'name': 'a', 'sql': 'select 1', 'at_most': '1'}               | at_most: is "1"
          {'name': 'a', 'sql': 'select 1', 'empty': false}               | empty: is false
          {'name': 'a', 'sql': 'select 1', 'newer_than_minutes': 0}      | newer_than_minutes: is 0
          {'name': 'a', 'sql': 'select 1', 'within_percent_of_last': 0}  | within_percent_of_last: is 0
          {'name': 'a', 'sql': 'select 1', 'equals': 1, 'timeout_seconds': 46} | timeout_seconds: is 46
          {'sql': 'select 1', 'equals': 1}                               | name: is missing
          {'name': '#', 'sql': 'select 1', 'equals': 1}                  | name: is "#"
          {'name': 'a', 'equals': 1}                                     | sql: is missing
          {'name': 'a', 'sql': 'select 1', 'equal': 1}                   | equal: is not a key
          [1]                                                            | is [1]; must be an object
          """)
  void eachWrongFieldOfACheckIsToldByItsPlace(String check, String told) {
    var input = "{'database': 'orders', 'secret': 'managed', 'checks': [" + check + "]}";
    assertThat(findings(input))
        .anyMatch(it -> it.startsWith("verification.checks[0]") && it.contains(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'secret': 'managed', 'checks': [CHECK]}                          | verification.database: is missing
          {'database': 'a b', 'secret': 'managed', 'checks': [CHECK]}       | verification.database: is "a b"
          {'database': 'orders', 'secret': 'mine', 'checks': [CHECK]}       | verification.secret: is "mine"
          {'database': 'orders', 'secret': 'managed', 'checks': []}         | verification.checks: has 0 items
          {'database': 'orders', 'secret': 'managed', 'checks': [CHECK, CHECK]} | verification.checks: names a twice
          {'database': 'orders', 'secret': 'arn:aws:secretsmanager:us-east-1:111122223333:secret:x', 'checks': [CHECK]} | verification.secret: is of region us-east-1
          """)
  void eachWrongFieldBesideIsTold(String verification, String told) {
    assertThat(findings(verification.replace("CHECK", CHECK))).anyMatch(it -> it.startsWith(told));
  }

  @Test
  void twentyOneChecksAreTooMany() {
    var checks = String.join(", ", java.util.Collections.nCopies(21, CHECK));
    assertThat(findings("{'database': 'o', 'secret': 'managed', 'checks': [" + checks + "]}"))
        .singleElement()
        .asString()
        .contains("has 21 items; must be a list of 1 to 20");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(findings("{'database': 1, 'secret': 2, 'checks': [{'name': 3, 'sql': 4}]}"))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"manage_master_password", "enable_http_endpoint"})
  void whatItNeedsCantBeTurnedOff(String key) throws Exception {
    var input = runbook();
    input.put(key, false);
    input.set(
        "verification",
        json("{'database': 'orders', 'secret': 'managed', 'checks': [" + CHECK + "]}"));

    assertThat(findings(input)).singleElement().asString().startsWith(key + ": is false while");
  }

  private static RestoreRequest read(String verification) throws JsonProcessingException {
    var input = runbook();
    input.set("verification", json(verification));
    return RestoreRequest.read(input, "drill-1");
  }

  private static List<String> findings(String verification) {
    try {
      var input = runbook();
      input.set("verification", json(verification));
      return findings(input);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> findings(JsonNode input) {
    return catchThrowableOfType(InvalidRequest.class, () -> RestoreRequest.read(input, "drill-1"))
        .findings()
        .stream()
        .map(Finding::toString)
        .toList();
  }
}
