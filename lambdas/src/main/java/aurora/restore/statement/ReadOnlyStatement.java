package aurora.restore.statement;

import java.util.Optional;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.Select;

/** Tells early, and in words, what a read-only transaction would refuse late. */
public final class ReadOnlyStatement {
  private static final int MOST_OF_A_REASON = 160;

  private ReadOnlyStatement() {}

  /**
   * What is wrong with it, as a clause: it isn't a single SELECT or WITH … SELECT, or it changes
   * something. Empty where nothing is. What a function does that is defined in the database can't
   * be told from here.
   */
  public static Optional<String> objection(String sql) {
    if (sql.isBlank()) {
      return Optional.of("is empty");
    }
    try {
      return objection(parsed(sql));
    } catch (JSQLParserException | ParseException | TokenMgrException e) {
      return Optional.of("can't be read as SQL: " + reason(e));
    }
  }

  private static Optional<String> objection(Statements statements) {
    if (statements.size() != 1) {
      return Optional.of("is " + statements.size() + " statements, not one");
    }
    if (!(statements.getFirst() instanceof Select select)) {
      return Optional.of(
          "is no SELECT but a statement of kind "
              + statements.getFirst().getClass().getSimpleName());
    }
    return SideEffects.of(select);
  }

  /** On this thread: the library's other way in starts a thread for each statement. */
  private static Statements parsed(String sql) throws JSQLParserException, ParseException {
    return CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(true).Statements();
  }

  /** A parser says much, and in several lines. */
  private static String reason(Throwable e) {
    var said = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    return said.length() <= MOST_OF_A_REASON ? said : said.substring(0, MOST_OF_A_REASON) + " …";
  }
}
