package aurora.restore.stories;

import static aurora.restore.stories.Checks.COUNT;
import static aurora.restore.stories.Checks.NEWEST;
import static aurora.restore.stories.Ending.assertRestored;
import static aurora.restore.stories.Ending.assertSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rdsdata.AnswerBook;
import aurora.restore.world.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What is asked of the restored data, by SQL. */
class DataChecksTest {
  @Test
  void checksThatPassStandInTheReportInTheRowAndInTheMail() {
    var checks = Checks.of("orders are there", COUNT, "at_least", 1000);
    try (var story = holding(checks, book().finds(COUNT, 1234))) {
      var run = story.restore(checks.input());
      assertRestored(story, run);
      var check = run.output().at("/checks/0");
      assertThat(check.get("name").asText()).isEqualTo("orders are there");
      assertThat(check.get("outcome").asText()).isEqualTo("PASSED");
      assertThat(check.get("found").asText()).isEqualTo("1234");
      assertThat(check.get("milliseconds").asLong()).isPositive();
      assertThat(run.state().orElseThrow().at("/report/checks/0/found").asText()).isEqualTo("1234");
      assertThat(run.milestoneRows().getLast().at("/report/checks/0/found").asText())
          .isEqualTo("1234");
      assertThat(story.mail(run).getLast().body())
          .contains("PASSED orders are there: expected at least 1000, found 1234");
    }
  }

  @Test
  void allChecksAreMadeWhateverBecomesOfOneAndTheFailureHasTheTable() {
    var checks =
        Checks.of("orders", COUNT, "at_least", 1000)
            .and("typo", "select count(*) from odrers", "not_empty", true)
            .and("no orphans", "select id from lines where order_id is null", "empty", true);
    var book =
        book()
            .finds(COUNT, 12)
            .fails("select count(*) from odrers", "ERROR: relation \"odrers\" does not exist")
            .finds("select id from lines where order_id is null", List.of());
    try (var story = holding(checks, book)) {
      var run = story.restore(checks.input());
      assertFailed(run, "VerificationFailed");
      assertThat(run.execution().cause())
          .contains("2 of 3 checks by SQL failed")
          .contains("FAILED orders: expected at least 1000, found 12")
          .contains("FAILED typo: expected rows (DatabaseErrorException")
          .contains("PASSED no orphans: expected no rows, found 0 rows");
      assertThat(story.mail(run).getLast().body()).contains("\n           FAILED orders:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          equals                 | 7                      | 7                          | PASSED
          equals                 | 7                      | 7.00                       | PASSED
          equals                 | 7                      | 8                          | FAILED
          equals                 | paid                   | paid                       | PASSED
          equals                 | paid                   | open                       | FAILED
          equals                 | true                   | true                       | PASSED
          at_least               | 7                      | 7                          | PASSED
          at_least               | 7.5                    | 7                          | FAILED
          at_least               | 7                      | seven                      | FAILED
          at_most                | 7                      | 7                          | PASSED
          at_most                | 7                      | 7.01                       | FAILED
          newer_than_minutes     | 600                    | 2026-11-22 18:00:00        | PASSED
          newer_than_minutes     | 600                    | 2026-11-22 16:00:00+00     | FAILED
          newer_than_minutes     | 600                    | 2026-11-22T20:00:00+02:00  | PASSED
          newer_than_minutes     | 60000                  | 2026-11-01                 | PASSED
          newer_than_minutes     | 600                    | yesterday                  | FAILED
          within_percent_of_last | 10                     | 7                          | WARNED
          within_percent_of_last | 10                     | seven                      | FAILED
          """)
  void eachExpectationIsTrueOrFalse(String kind, String expected, String found, String outcome) {
    var checks = Checks.of("it", "select it", kind, typed(expected));
    try (var story = holding(checks, book().finds("select it", found))) {
      var run = story.restore(checks.input());
      var table =
          outcome.equals("FAILED")
              ? run.execution().cause()
              : run.output().at("/checks/0/outcome").asText();
      assertThat(table).contains(outcome);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "not_empty, 2, PASSED",
    "not_empty, 0, FAILED",
    "empty, 0, PASSED",
    "empty, 1, FAILED"
  })
  void rowsAreThereOrNot(String kind, int rows, String outcome) {
    var checks = Checks.of("it", "select it", kind, true);
    var found = IntStream.range(0, rows).mapToObj(it -> List.of(Field.fromLongValue(1L))).toList();
    try (var story = holding(checks, book().finds("select it", found))) {
      var run = story.restore(checks.input());
      assertThat(run.execution().status())
          .isEqualTo(outcome.equals("PASSED") ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED);
    }
  }

  @Test
  void oneValueMeansOneRowOfOneColumnThatIsntNull() {
    var one = Field.fromLongValue(1L);
    var book =
        book()
            .finds("select none", List.of())
            .finds("select two", List.of(List.of(one), List.of(one)))
            .finds("select null", Field.fromIsNull(true));
    var checks =
        Checks.of("none", "select none", "equals", 1)
            .and("two", "select two", "equals", 1)
            .and("null", "select null", "equals", 1);
    try (var story = holding(checks, book)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains("FAILED none: expected 1, found 0 rows (one value was expected)")
          .contains("FAILED two: expected 1, found 2 rows of 1 columns (one value was expected)")
          .contains("FAILED null: expected 1, found NULL (there is no value)");
    }
  }

  @Test
  void theNewestDataIsTheMeasuredRpoAndNoNewerThanTheSnapshot() {
    var checks =
        Checks.of("fresh", NEWEST, "newer_than_minutes", 1440)
            .and("settings", "select max(at) from settings", "newer_than_minutes", 100_000);
    var book =
        book()
            .finds(NEWEST, "2026-11-22 20:30:00")
            .finds("select max(at) from settings", "2026-11-01 00:00:00");
    try (var story = holding(checks, book)) {
      var output = story.restore(checks.input()).execution().output();
      assertThat(output.get("measured_rpo_seconds").asLong())
          .isGreaterThanOrEqualTo(output.get("rpo_seconds").asLong())
          .isEqualTo(output.at("/checks/0/age_seconds").asLong());
    }
  }

  @Test
  void dataThatLacksYesterdayIsFound() {
    var checks = Checks.of("fresh", NEWEST, "newer_than_minutes", 1440);
    try (var story = holding(checks, book().finds(NEWEST, "2026-11-20 23:59:59"))) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains(
              "FAILED fresh: expected newer than 1440 min before the start, found 2026-11-20");
    }
  }

  @Test
  void aWriterThatSleepsIsWaitedFor() {
    var checks = Checks.of("orders", COUNT, "at_least", 1);
    try (var story = holding(checks, book().finds(COUNT, 5))) {
      story.world().dataApi().pauses("arn:aws:rds:us-west-2:111122223333:cluster:orders-drill-1");
      var run = story.restore(checks.input());
      assertRestored(story, run);
      assertThat(story.calls().count("BeginTransaction")).as("asked again").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HttpEndpointNotEnabledException, 400",
    "DatabaseUnavailableException, 504",
    "InvalidResourceStateException, 400"
  })
  void aDataApiThatIsntReadyIsWaitedForUntilItIs(String code, int status) {
    var checks = Checks.of("orders", COUNT, "at_least", 1);
    try (var story = holding(checks, book().finds(COUNT, 5))) {
      var notReady = refusing(story, code, status, Duration.ofMinutes(4));
      var run = story.restore(checks.input());
      assertRestored(story, run);
      assertThat(notReady.count).isPositive();
    }
  }

  @Test
  void aDataApiThatNeverGetsReadyIsGivenUpAfterTheInstanceDeadline() {
    var checks = Checks.of("orders", COUNT, "at_least", 1);
    try (var story = holding(checks, book().finds(COUNT, 5))) {
      refusing(story, "HttpEndpointNotEnabledException", 400, Duration.ofDays(1));
      var run = story.restore(checks.input());
      assertFailed(run, "ChecksNotMade");
      assertThat(run.execution().cause())
          .contains("HttpEndpointNotEnabledException")
          .contains("after 2 h 0 min");
    }
  }

  /** Refuses to begin a transaction so long after the first time. */
  private static final class NotReadyYet implements Faults {
    private final Story story;
    private final AwsError refusal;
    private final Duration length;
    private Instant first;
    private int count;

    private NotReadyYet(Story story, AwsError refusal, Duration length) {
      this.story = story;
      this.refusal = refusal;
      this.length = length;
    }

    @Override
    public void before(Caller caller, String service, String operation, SdkPojo request) {
      if (operation.equals("BeginTransaction")) {
        first = first == null ? story.world().now() : first;
        if (story.world().now().isBefore(first.plus(length))) {
          count++;
          throw refusal;
        }
      }
    }
  }

  private static NotReadyYet refusing(Story story, String code, int status, Duration length) {
    var fault = new NotReadyYet(story, new AwsError(code, status, "not ready"), length);
    story.world().callFaults().add(fault);
    return fault;
  }

  @Test
  void aStatementThatTakesTooLongFailsItsCheckAlone() {
    var checks = Checks.of("slow", "select slow", "equals", 1).and("orders", COUNT, "at_least", 1);
    var book = book().takes("select slow", Duration.ofSeconds(21)).finds(COUNT, 5);
    try (var story = holding(checks, book)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains("FAILED slow: expected 1 (DatabaseErrorException (ERROR: canceling statement")
          .contains("PASSED orders");
    }
  }

  @Test
  void aResultOfMoreThanAMegabyteFailsItsCheckAlone() {
    var checks =
        Checks.of("wide", "select wide", "not_empty", true).and("orders", COUNT, "at_least", 1);
    var row = List.of(Field.fromStringValue("x".repeat(60_000)));
    var book =
        book()
            .finds("select wide", IntStream.range(0, 20).mapToObj(it -> row).toList())
            .finds(COUNT, 5);
    try (var story = holding(checks, book)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains("FAILED wide: expected rows (UnsupportedResultException (Database response")
          .contains("PASSED orders");
    }
  }

  @Test
  void whatOnlyLooksLikeReadingIsStoppedByTheReadOnlyTransaction() {
    var checks = Checks.of("sneaky", "select purge_orders()", "equals", 0);
    var book = book().writes("select purge_orders()");
    try (var story = holding(checks, book)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .contains("cannot execute UPDATE in a read-only transaction");
      assertThat(book.written()).isEmpty();
    }
  }

  @Test
  void mysqlIsAskedInAReadOnlyTransactionToo() {
    var checks = Checks.of("sneaky", "select purge_orders()", "equals", 0);
    var book = book().writes("select purge_orders()");
    var input = checks.input().with("engine_version", "8.0.mysql_aurora.3.08.0");
    try (var story = holding(input, book)) {
      assertThat(story.restore(input).execution().cause()).contains("read-only transaction");
      assertThat(book.written()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsAnErrorOfAllChecksAndNotToldAsMissingData() {
    var secret = "arn:aws:secretsmanager:us-west-2:111122223333:secret:restore-checks-a1b2c3";
    var checks = Checks.of("orders", COUNT, "at_least", 1).with(secret);
    try (var story = holding(checks, book().finds(COUNT, 5))) {
      story.world().dataApi().secrets().outdated(secret, "checker");
      var run = story.restore(checks.input());
      assertFailed(run, "ChecksNotMade");
      assertThat(run.execution().cause()).contains("password authentication failed for user");
      story.world().dataApi().secrets().login(secret, "checker");
      story.world().run(story.world().redrive(run));
      assertSucceeded(run);
    }
  }

  @Test
  void aRedriveAfterAFailedCheckVerifiesAndChecksAgain() {
    var checks = Checks.of("orders", COUNT, "at_least", 10);
    var book = book().finds(COUNT, 5);
    try (var story = holding(checks, book)) {
      var run = story.restore(checks.input());
      assertFailed(run, "VerificationFailed");
      book.finds(COUNT, 50);
      story.world().run(story.world().redrive(run));
      assertSucceeded(run);
      assertThat(run.output().at("/checks/0/found").asText()).isEqualTo("50");
    }
  }

  @Test
  void whatIsFoundIsCutAndHasNoSecretInIt() {
    var checks = Checks.of("note", "select note", "equals", "x");
    var book = book().finds("select note", "password=hunter2 " + "x".repeat(5000));
    try (var story = holding(checks, book)) {
      assertThat(story.restore(checks.input()).execution().cause())
          .doesNotContain("hunter2")
          .hasSizeLessThan(1000);
    }
  }

  @Test
  void whatTheLastCompletedOperationFoundIsComparedWithAndNeverFails() {
    var checks = Checks.of("orders", COUNT, "within_percent_of_last", 10);
    var book = book().finds(COUNT, 1000);
    try (var story = holding(checks, book)) {
      var input = checks.input();
      assertThat(story.restore("first", input).execution().output().get("warnings").toString())
          .contains("check orders: nothing to compare with");

      book.finds(COUNT, 1100);
      var second = story.restore("second", input).execution().output();
      assertThat(second.at("/checks/0/outcome").asText()).isEqualTo("PASSED");
      assertThat(second.at("/checks/0/note").asText()).isEqualTo("operation first found 1000");

      book.finds(COUNT, 2000);
      var third = story.restore("third", input);
      assertThat(third.output().at("/checks/0/outcome").asText()).isEqualTo("WARNED");
      assertThat(third.output().get("warnings").toString())
          .contains("check orders: operation second found 1100");
      assertThat(story.mail(third).getLast().body()).contains("operation second found 1100");
    }
  }

  @Test
  void anotherClustersOperationIsComparedWithByNobody() {
    var checks = Checks.of("orders", COUNT, "within_percent_of_last", 10);
    try (var story = holding(checks, book().finds(COUNT, 1000))) {
      story.restore("first", checks.input());
      story
          .source()
          .snapshot("invoices-1")
          .of("invoices")
          .engine("aurora-postgresql", "16.4")
          .unencrypted()
          .exists();
      var other = story.restore("second", checks.input().with("snapshot_id", "invoices-1"));
      assertThat(other.output().at("/checks/0/outcome").asText()).isEqualTo("WARNED");
    }
  }

  @Test
  void twentyChecksAreMade() {
    var checks = Checks.of("check 1", COUNT, "at_least", 1);
    for (int number = 2; number <= 20; number++) {
      checks = checks.and("check " + number, COUNT, "at_least", 1);
    }
    try (var story = holding(checks, book().finds(COUNT, 5))) {
      assertThat(story.restore(checks.input()).execution().output().get("checks")).hasSize(20);
    }
  }

  private static AnswerBook book() {
    return new AnswerBook(Checks.DATABASE);
  }

  private static Story holding(Checks checks, AnswerBook book) {
    return holding(checks.input(), book);
  }

  private static Story holding(RunbookInput input, AnswerBook book) {
    var story = Story.of(input);
    story.world().dataApi().holding(book);
    return story;
  }

  private static void assertFailed(Run run, String error) {
    assertThat(run.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.execution().error()).endsWith(error);
  }

  private static Object typed(String text) {
    if (text.equals("true")) {
      return true;
    }
    if (!text.matches("[0-9.]+")) {
      return text;
    }
    return text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
  }
}
