package aurora.restore.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.util.deparser.ExpressionDeParser;
import net.sf.jsqlparser.util.deparser.SelectDeParser;
import net.sf.jsqlparser.util.deparser.StatementDeParser;

/**
 * Finds what a SELECT changes. It has the statement written out again, since whoever writes it
 * comes by every part of it.
 */
final class SideEffects {
  /**
   * Functions that change something, or make another session do so (PostgreSQL documentation,
   * "Functions and Operators" and "Additional Supplied Modules"; MySQL Reference Manual, "Locking
   * Functions" and "Miscellaneous Functions"; Aurora User Guide, "Invoking a Lambda function").
   */
  private static final Pattern CHANGING =
      Pattern.compile(
          "nextval|setval|set_config|lo_.*|dblink.*|lambda_(sync|async)|invoke|query_export_to_s3"
              + "|table_import_from_s3|get_lock|release_lock|release_all_locks|benchmark"
              + "|pg_(terminate|cancel)_backend|pg_(try_)?advisory_.*|pg_notify|pg_reload_conf"
              + "|pg_rotate_logfile|pg_(promote|switch_wal|create_.*|drop_.*|logical_.*"
              + "|replication_.*|stat_reset.*|import_system_collations|prewarm)");

  private final List<String> found = new ArrayList<>();

  private SideEffects() {}

  /** The first of them, as a clause; empty where there is none. */
  static Optional<String> of(Select select) {
    var effects = new SideEffects();
    effects.walk(select);
    return effects.found.stream().findFirst();
  }

  private void walk(Select select) {
    var text = new StringBuilder();
    var expressions = new Expressions();
    var selects = new Selects(expressions, text);
    expressions.setSelectVisitor(selects);
    expressions.setBuilder(text);
    select.accept(new StatementDeParser(expressions, selects, text), null);
  }

  private void note(String what) {
    found.add(what);
  }

  private final class Expressions extends ExpressionDeParser {
    @Override
    public <S> StringBuilder visit(Function function, S context) {
      var names = function.getMultipartName();
      var name = names.getLast().replaceAll("[\"`]", "").toLowerCase(Locale.ROOT);
      if (CHANGING.matcher(name).matches()) {
        note("calls " + name + ", which doesn't only read");
      }
      return super.visit(function, context);
    }
  }

  private final class Selects extends SelectDeParser {
    Selects(Expressions expressions, StringBuilder text) {
      super(expressions, text);
    }

    @Override
    public <S> StringBuilder visit(PlainSelect select, S context) {
      if (select.getIntoTables() != null || select.getIntoTempTable() != null) {
        note("writes a table: SELECT … INTO");
      }
      if (select.getForMode() != null) {
        note("locks rows: FOR " + select.getForMode().getValue());
      }
      return super.visit(select, context);
    }

    @Override
    public <S> StringBuilder visit(WithItem<?> item, S context) {
      var changes =
          switch (item.getParenthesedStatement()) {
            case ParenthesedInsert _ -> "INSERT";
            case ParenthesedUpdate _ -> "UPDATE";
            case ParenthesedDelete _ -> "DELETE";
            default -> null; // a library's interface, which isn't sealed: what is left only reads
          };
      if (changes != null) {
        note("changes data: WITH … " + changes);
      }
      return super.visit(item, context);
    }
  }
}
