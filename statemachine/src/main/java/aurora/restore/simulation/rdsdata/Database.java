package aurora.restore.simulation.rdsdata;

import aurora.restore.simulation.rds.QueriedCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** What holds the data of clusters and understands SQL. */
public interface Database extends AutoCloseable {
  /**
   * Begins a transaction on a cluster's data. Those of two clusters are apart, even where both were
   * restored from one snapshot.
   *
   * @param name the database in it
   * @return empty where the cluster has no database of that name
   * @throws SqlError where the data of this cluster can't be asked at all
   */
  Optional<Transaction> begin(QueriedCluster cluster, String name) throws SqlError;

  /** All rows of a cluster's tables are gone. */
  void loseRows(String clusterArn);

  /** They are as they were restored. */
  void bringRowsBack(String clusterArn);

  @Override
  default void close() {}

  /** Statements that take effect together, or not at all. */
  interface Transaction {
    /**
     * @throws SqlError where the statement fails
     */
    Rows execute(String sql) throws SqlError;

    void rollBack();
  }

  /**
   * What a statement found.
   *
   * @param took how long it takes in the world's time
   */
  record Rows(List<List<Field>> rows, Duration took) {
    /** What a statement finds that finds nothing. */
    public static final Rows NONE = new Rows(List.of(), Duration.ZERO);
  }
}
