package aurora.restore.engine;

/** Only one more event fits into the history, and it must be the one that ends the execution. */
final class HistoryFull extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
