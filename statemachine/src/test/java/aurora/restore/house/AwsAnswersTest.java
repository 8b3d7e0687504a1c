package aurora.restore.house;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.model.Differences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/aws-answers.md} has every field that the functions read from an answer of RDS, KMS
 * and EC2, and no other. The lists are {@code answers.txt} and {@code doubts.txt} among the test
 * resources, a row a line.
 */
class AwsAnswersTest {
  private static final String DOCUMENT = "docs/aws-answers.md";
  private static final String LISTS = "statemachine/src/test/resources/aurora/restore/house/";

  @Test
  void everyFieldThatIsReadIsInTheListAndNoOther() {
    assertThat(rows("answers.txt"))
        .extracting(row -> row.get(0))
        .as(LISTS + "answers.txt: say of each new field what it may be, and what is done about it")
        .containsExactlyInAnyOrderElementsOf(
            FieldsRead.in(Repository.path("lambdas/target/classes")));
  }

  @Test
  void theDocumentHasTheLists() {
    Golden.section(DOCUMENT, "fields", fields());
    Golden.section(DOCUMENT, "differences", differences());
    Golden.section(DOCUMENT, "doubts", doubts());
  }

  private static String differences() {
    var table = new StringBuilder("| of | members | why |\n|---|---|---|\n");
    for (var row : Differences.all()) {
      var members = row.members().isEmpty() ? "" : "`" + String.join("`, `", row.members()) + "`";
      table.append("| %s | %s | %s |\n".formatted(row.subject(), members, row.reason()));
    }
    return table.toString();
  }

  private static String fields() {
    Map<String, StringBuilder> tables = new LinkedHashMap<>();
    rows("answers.txt").stream()
        .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
        .forEach(
            row -> {
              var dot = row.get(0).lastIndexOf('.');
              tables
                  .computeIfAbsent(row.get(0).substring(0, dot), AwsAnswersTest::table)
                  .append(
                      "| `%s` | %s | %s |\n"
                          .formatted(row.get(0).substring(dot + 1), row.get(1), row.get(2)));
            });
    return String.join("", tables.values());
  }

  private static StringBuilder table(String type) {
    return new StringBuilder("\n### " + type + "\n\n")
        .append("| field | what it may be | what is done |\n|---|---|---|\n");
  }

  private static String doubts() {
    var table = new StringBuilder("| AWS is silent on | assumed | settled by |\n|---|---|---|\n");
    for (var row : rows("doubts.txt")) {
      table.append("| %s | %s | `%s` |\n".formatted(row.get(0), row.get(1), row.get(2)));
    }
    return table.toString();
  }

  private static List<List<String>> rows(String list) {
    var rows =
        Repository.read(LISTS + list).lines().map(line -> List.of(line.split(" \\| "))).toList();
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3));
    return rows;
  }
}
