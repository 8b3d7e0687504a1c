package aurora.restore.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyStatementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select count(*) from orders;",
        "select max(updated_at) from orders where created_at > now() - interval '1 day'",
        "select 'delete from orders; drop table orders'",
        "select count(*) filter (where status = 'paid')::float / count(*) from orders",
        "with recursive t(n) as (select 1 union all select n + 1 from t where n < 5) select n from"
            + " t",
        "(select id from orders) union all (select id from archive) -- both",
        "select count(*) from t where j->>'a' = 'b' and d @> array[1]",
        "select insert('abc', 1, 1, 'x'), from_unixtime(max(`at`)) from `orders`",
        "select pg_sleep(1)"
      })
  void whatReadsIsAllowed(String sql) {
    assertThat(ReadOnlyStatement.objection(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delete from orders                                     | is no SELECT
          call refresh()                                         | is no SELECT
          select 1; delete from orders                           | is 2 statements
          selec 1                                                | can't be read as SQL
          with x as (delete from o returning *) select * from x  | WITH … DELETE
          with x as (update o set a = 1 returning *) select 1    | WITH … UPDATE
          with x as (insert into o values (1)) select 1          | WITH … INSERT
          select * into backup from orders                       | SELECT … INTO
          select * from orders for update skip locked            | FOR UPDATE
          select * from (select * from orders for share) o       | FOR SHARE
          select nextval('s')                                    | calls nextval
          select pg_catalog."setval"('s', 1)                     | calls setval
          select a from b where c = (select lo_import('f'))      | calls lo_import
          select * from dblink('x', 'delete from o') as t(a int) | calls dblink
          select 1 from a order by pg_advisory_lock(1)           | calls pg_advisory_lock
          select array(select pg_terminate_backend(1))           | calls pg_terminate_backend
          """)
  void whatChangesSomethingIsToldByWhatItDoes(String sql, String told) {
    assertThat(ReadOnlyStatement.objection(sql)).get().asString().contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", ";", "-- nothing"})
  void noStatementAtAllIsNone(String sql) {
    assertThat(ReadOnlyStatement.objection(sql)).isPresent();
  }
}
