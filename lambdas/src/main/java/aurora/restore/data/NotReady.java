package aurora.restore.data;

/** The Data API can't be asked yet; that passes by itself. */
final class NotReady extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param observed what it said
   */
  NotReady(String observed) {
    super(observed);
  }
}
