package aurora.restore.operation;

import aurora.restore.error.OperatorError;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How something that is waited for reads: a status sorted three ways, or lost. */
public sealed interface Readiness {

  /**
   * What a look shows. Where AWS refuses to answer because the account asks too often, that isn't
   * known yet: many restores at once may keep each other from being answered for longer than a task
   * is tried, and what they wait for goes on all the same.
   *
   * @param look asks RDS, once
   */
  static Readiness unlessThrottled(Supplier<Readiness> look) {
    try {
      return look.get();
    } catch (AwsServiceException e) {
      if (e.isThrottlingException()) {
        return new Pending("not told: RDS is asked too often");
      }
      throw e;
    }
  }

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
