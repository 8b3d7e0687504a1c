package aurora.restore.operation;

import aurora.restore.error.OperatorError;

/** How something that is waited for reads: a status sorted three ways, or lost. */
public sealed interface Readiness {

  /**
   * It may become ready by itself: to be waited for under the phase's deadline.
   *
   * @param observed what RDS said, e.g. {@code copying}
   * @param percent how far it is; null where RDS doesn't say
   */
  record Pending(String observed, Integer percent) implements Readiness {
    public Pending(String observed) {
      this(observed, null);
    }
  }

  record Ready(String observed) implements Readiness {}

  /** It never becomes ready without help. */
  record Broken(OperatorError why) implements Readiness {}

  /** It is gone and has to be asked for anew. */
  record Lost(String observed) implements Readiness {}
}
