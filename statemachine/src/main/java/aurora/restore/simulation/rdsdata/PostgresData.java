package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.rds.QueriedCluster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Real data: a PostgreSQL of this machine, which is started when a cluster is first asked. All
 * snapshots hold what one script makes; each cluster has a database of its own, made of that, and
 * is asked as a user who isn't the server's own. The server's time is the machine's, not the
 * world's.
 */
public final class PostgresData implements Database {
  private static final String OF_SNAPSHOTS = "snapshot";
  private static final String MASTER = "master";
  private static final String SUPERUSER = "postgres";

  private final String name;
  private final String script;
  private final Map<String, String> byCluster = new HashMap<>();
  private EmbeddedPostgres server;
  private int made;

  /**
   * @param name what the one database of each cluster is called
   * @param script the statements that make what snapshots hold, parted by semicolons
   */
  public PostgresData(String name, String script) {
    this.name = name;
    this.script = script;
  }

  @Override
  public Optional<Transaction> begin(QueriedCluster cluster, String database) throws SqlError {
    if (!cluster.engine().contains("postgresql")) {
      throw SqlError.of(
          "the simulated clusters hold PostgreSQL, and this one is of " + cluster.engine());
    }
    if (!database.equals(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JdbcTransaction(connect(databaseOf(cluster.arn()), MASTER)));
    } catch (SQLException e) {
      throw SqlError.of("FATAL: " + e.getMessage());
    }
  }

  @Override
  public void loseRows(String clusterArn) {
    try (var connection = connect(databaseOf(clusterArn), MASTER);
        var statement = connection.createStatement()) {
      statement.execute(
          "do $$ declare name text; begin for name in select format('%I.%I', schemaname, tablename)"
              + " from pg_tables where tableowner = current_user loop execute 'truncate ' || name"
              + " || ' cascade'; end loop; end $$");
    } catch (SQLException e) {
      throw new IllegalStateException("the tables of " + clusterArn + " can't be emptied", e);
    }
  }

  @Override
  public void bringRowsBack(String clusterArn) {
    byCluster.remove(clusterArn); // made anew when it is next asked
  }

  @Override
  public void close() {
    if (server == null) {
      return;
    }
    try {
      server.close();
      server = null;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL can't be stopped", e);
    }
  }

  private String databaseOf(String clusterArn) throws SQLException {
    if (server == null) {
      start();
    }
    var known = byCluster.get(clusterArn);
    if (known != null) {
      return known;
    }
    var database = "cluster_" + ++made;
    asSuperuser("create database " + database + " template " + OF_SNAPSHOTS + " owner " + MASTER);
    byCluster.put(clusterArn, database);
    return database;
  }

  private void start() throws SQLException {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException(
          "no PostgreSQL can be started here, which checks by SQL are rehearsed with; there are"
              + " binaries for Linux on x86-64 and ARM",
          e);
    }
    asSuperuser("create role " + MASTER + " login createdb");
    asSuperuser("create database " + OF_SNAPSHOTS + " owner " + MASTER);
    try (var connection = connect(OF_SNAPSHOTS, MASTER);
        var statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new DataRefused(e.getMessage());
    }
  }

  private void asSuperuser(String sql) throws SQLException {
    try (var connection = connect(SUPERUSER, SUPERUSER);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String database, String user) throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl(user, database));
  }
}
