package aurora.restore.simulation.rdsdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A transaction of a real database, with the limits of the Data API. */
final class JdbcTransaction implements Database.Transaction {
  /** What PostgreSQL says of a statement that somebody, here the driver, has cancelled. */
  private static final String CANCELLED = "57014";

  private static final int LONGEST_SECONDS = 45;
  private static final Duration TOO_LONG = Duration.ofSeconds(LONGEST_SECONDS + 1);
  private static final int NO_MORE = -1;

  private final Connection connection;

  JdbcTransaction(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  @Override
  public Database.Rows execute(String sql) throws SqlError {
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(LONGEST_SECONDS);
      if (!statement.execute(sql)) {
        return Database.Rows.NONE;
      }
      var rows = JdbcFields.of(statement.getResultSet());
      if (statement.getMoreResults() || statement.getUpdateCount() != NO_MORE) {
        throw SqlError.of("ERROR: Multistatements aren't supported");
      }
      return new Database.Rows(rows, Duration.ZERO);
    } catch (SQLException e) {
      if (CANCELLED.equals(e.getSQLState()) && e.getMessage().contains("user request")) {
        return new Database.Rows(List.of(), TOO_LONG);
      }
      throw SqlError.of(e.getMessage() + "; SQLState: " + e.getSQLState());
    }
  }

  @Override
  public void rollBack() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("a transaction can't be rolled back", e);
    }
  }
}
