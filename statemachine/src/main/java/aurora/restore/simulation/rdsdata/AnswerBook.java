package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.rds.QueriedCluster;
import aurora.restore.simulation.strict.NotModelledError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * A database that understands no SQL: it knows answers by their statements. Enough for whoever
 * cares how it is asked and not what SQL means. A statement that isn't in it ends the run.
 */
public final class AnswerBook implements Database {
  /** What it finds to a statement, and whether that writes. */
  private record Entry(Rows rows, String error, boolean writes) {}

  private static final Pattern READ_ONLY =
      Pattern.compile("set transaction read only|start transaction read only");
  private static final Pattern TIMEOUT =
      Pattern.compile("set (?:local statement_timeout|session max_execution_time) = (\\d+)");

  private final Set<String> rowless = new HashSet<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> written = new ArrayList<>();
  private final String name;

  /**
   * @param name what the one database of each cluster is called
   */
  public AnswerBook(String name) {
    this.name = name;
  }

  /** To this statement it finds rows. */
  public AnswerBook finds(String sql, List<List<Field>> rows) {
    return put(sql, new Entry(new Rows(rows, Duration.ZERO), null, false));
  }

  /** To this statement it finds one value. */
  public AnswerBook finds(String sql, Field value) {
    return finds(sql, List.of(List.of(value)));
  }

  public AnswerBook finds(String sql, long value) {
    return finds(sql, Field.fromLongValue(value));
  }

  public AnswerBook finds(String sql, String value) {
    return finds(sql, Field.fromStringValue(value));
  }

  /** The statement takes long, and finds nothing. */
  public AnswerBook takes(String sql, Duration length) {
    return put(sql, new Entry(new Rows(List.of(), length), null, false));
  }

  /** The statement fails. */
  public AnswerBook fails(String sql, String error) {
    return put(sql, new Entry(Rows.NONE, error, false));
  }

  /** The statement reads by its looks, and writes all the same, as a function may. */
  public AnswerBook writes(String sql) {
    return put(sql, new Entry(Rows.NONE, null, true));
  }

  /**
   * What the example of checks by SQL is answered, where nobody cares for the data.
   *
   * @param newest when the newest order was placed
   */
  public static AnswerBook ofSample(Instant newest) {
    var text = newest.truncatedTo(ChronoUnit.SECONDS).toString();
    return new AnswerBook(SampleData.NAME)
        .finds("select count(*) from orders", 1_200)
        .finds("select max(placed_at) from orders", text.replace('T', ' ').replace("Z", ""))
        .finds(
            "select l.id from lines l left join orders o on o.id = l.order_id where o.id is null",
            List.of());
  }

  /** The statements that have written something: none, where all transactions were read-only. */
  public List<String> written() {
    return List.copyOf(written);
  }

  private AnswerBook put(String sql, Entry entry) {
    entries.put(sql, entry);
    return this;
  }

  @Override
  public Optional<Transaction> begin(QueriedCluster cluster, String database) {
    return database.equals(name) ? Optional.of(new Reading(cluster.arn())) : Optional.empty();
  }

  @Override
  public void loseRows(String clusterArn) {
    rowless.add(clusterArn);
  }

  @Override
  public void bringRowsBack(String clusterArn) {
    rowless.remove(clusterArn);
  }

  private final class Reading implements Transaction {
    private final String clusterArn;
    private boolean isReadOnly;
    private Duration longest = Duration.ofDays(1);

    private Reading(String clusterArn) {
      this.clusterArn = clusterArn;
    }

    @Override
    public Rows execute(String sql) throws SqlError {
      var timeout = TIMEOUT.matcher(sql);
      if (timeout.matches()) {
        longest = Duration.ofMillis(Long.parseLong(timeout.group(1)));
        return Rows.NONE;
      }
      if (READ_ONLY.matcher(sql).matches()) {
        isReadOnly = true;
        return Rows.NONE;
      }
      var entry = entries.get(sql);
      if (entry == null) {
        throw new NotModelledError("no answer is in the book for: " + sql);
      }
      return found(sql, entry);
    }

    private Rows found(String sql, Entry entry) throws SqlError {
      if (entry.writes && isReadOnly) {
        throw SqlError.of("ERROR: cannot execute UPDATE in a read-only transaction");
      }
      if (entry.writes) {
        written.add(sql);
      }
      if (entry.error != null) {
        throw SqlError.of(entry.error);
      }
      if (entry.rows.took().compareTo(longest) > 0) {
        throw SqlError.of("ERROR: canceling statement due to statement timeout");
      }
      return rowless.contains(clusterArn) ? ofNoRows(sql) : entry.rows;
    }

    /** Enough for statements that count, or look for the newest. */
    private static Rows ofNoRows(String sql) {
      if (sql.contains("count(")) {
        return new Rows(List.of(List.of(Field.fromLongValue(0L))), Duration.ZERO);
      }
      return sql.contains("max(")
          ? new Rows(List.of(List.of(Field.fromIsNull(true))), Duration.ZERO)
          : Rows.NONE;
    }

    @Override
    public void rollBack() {
      // What was written stays in the list: a story asks whether anything was.
    }
  }
}
