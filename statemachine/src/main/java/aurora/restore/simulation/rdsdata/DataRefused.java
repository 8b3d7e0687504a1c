package aurora.restore.simulation.rdsdata;

/** The statements that make what snapshots hold can't be executed. */
public final class DataRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataRefused(String message) {
    super(message);
  }
}
