package aurora.restore.simulation.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.simulation.rds.QueriedCluster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rdsdata.model.Field;

@EnabledOnOs(OS.LINUX)
class PostgresDataTest {
  private static final String COUNT = "select count(*) from orders";
  private static PostgresData data;

  @BeforeAll
  static void begin() {
    data =
        new PostgresData(
            SampleData.NAME,
            SampleData.script(Instant.parse("2026-11-22T20:00:00Z"))
                + ";create function purge() returns integer language sql as 'delete from lines;"
                + " select 0'");
  }

  @AfterAll
  static void end() {
    data.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count(*) from orders               | LONG_VALUE    | 1200
          max(placed_at) from orders         | STRING_VALUE  | 2026-11-22 20:00:00
          timestamp '2026-01-02 03:04:05.67' | STRING_VALUE  | 2026-01-02 03:04:05.67
          date '2026-01-02'                  | STRING_VALUE  | 2026-01-02
          12.50::numeric                     | STRING_VALUE  | 12.50
          1.5::float8                        | DOUBLE_VALUE  | 1.5
          true                               | BOOLEAN_VALUE | true
          status from orders where id = 20   | STRING_VALUE  | open
          '{"a": 1}'::jsonb                  | STRING_VALUE  | {"a": 1}
          null::text                         | IS_NULL       | true
          """)
  void valuesHaveTheTypesOfTheDataApi(String value, Field.Type type, String text) throws Exception {
    var field = ask("one", "select " + value).getFirst().getFirst();

    assertThat(field.type()).isEqualTo(type);
    assertThat(field.toString()).contains(text);
  }

  @Test
  void anArrayIsNoValueThatIsPassedOn() {
    assertThatThrownBy(() -> ask("one", "select array[1, 2]"))
        .isInstanceOf(SqlError.class)
        .hasMessageContaining("unsupported data type");
  }

  @Test
  void theDataOfTwoClustersAreApartAndComeBackAsTheyWereRestored() throws Exception {
    data.loseRows(cluster("emptied").arn());

    assertThat(ask("emptied", COUNT)).isEqualTo(number(0));
    assertThat(ask("other", COUNT)).isEqualTo(number(1200));
    data.bringRowsBack(cluster("emptied").arn());
    assertThat(ask("emptied", COUNT)).isEqualTo(number(1200));
  }

  @Test
  void aFunctionThatWritesIsStoppedByAReadOnlyTransactionAloneAndNothingStays() throws Exception {
    var transaction = data.begin(cluster("written"), SampleData.NAME).orElseThrow();
    transaction.execute("set transaction read only");
    assertThatThrownBy(() -> transaction.execute("select purge()"))
        .hasMessageContaining("cannot execute DELETE in a read-only transaction");
    transaction.rollBack();

    ask("written", "select purge()");
    assertThat(ask("written", "select count(*) from lines")).isEqualTo(number(3000));
  }

  @Test
  void aStatementEndsWhenItsTimeIsOver() throws Exception {
    var transaction = data.begin(cluster("slow"), SampleData.NAME).orElseThrow();
    transaction.execute("set local statement_timeout = 50");
    assertThatThrownBy(() -> transaction.execute("select pg_sleep(20)"))
        .hasMessageContaining("canceling statement due to statement timeout");
    transaction.rollBack();
  }

  @Test
  void severalStatementsAtOnceAreRefused() {
    assertThatThrownBy(() -> ask("one", "select 1; select 2")).hasMessageContaining("Multi");
  }

  @Test
  void itIsAskedAsAUserWhoIsntTheServersOwn() {
    assertThatThrownBy(() -> ask("one", "select pg_read_file('postgresql.conf')"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void anotherDatabaseDoesntExistAndMysqlIsntThere() throws Exception {
    assertThat(data.begin(cluster("one"), "invoices")).isEmpty();
    assertThatThrownBy(() -> data.begin(cluster("one", "aurora-mysql"), SampleData.NAME))
        .hasMessageContaining("hold PostgreSQL");
  }

  private static List<List<Field>> number(long value) {
    return List.of(List.of(Field.fromLongValue(value)));
  }

  /** In a transaction of its own that is rolled back. */
  private static List<List<Field>> ask(String cluster, String sql) throws SqlError {
    var transaction = data.begin(cluster(cluster), SampleData.NAME).orElseThrow();
    try {
      return transaction.execute(sql).rows();
    } finally {
      transaction.rollBack();
    }
  }

  private static QueriedCluster cluster(String name) {
    return cluster(name, "aurora-postgresql");
  }

  private static QueriedCluster cluster(String name, String engine) {
    var arn = "arn:aws:rds:us-west-2:111122223333:cluster:" + name;
    return new QueriedCluster(arn, engine, "available", true, "available", null, null, "m", null);
  }
}
