package aurora.restore.fault;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import aurora.restore.world.InvocationFault;
import java.time.Duration;
import java.util.Optional;

/** One invocation of a function breaks off. */
final class BrokenInvocation implements InvocationFault {
  /** When and how it breaks off. */
  enum Moment {
    BEFORE_ITS_WORK,
    AFTER_ITS_WORK,
    /** Its work is done, but it isn't heard of until Lambda ends it. */
    TIMED_OUT
  }

  /** Longer than any handler's own work takes, shorter than the time limit of any state. */
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(60);

  private final Stage stage;
  private final String function;
  private final Moment moment;
  private boolean happened;

  BrokenInvocation(Stage stage, String function, Moment moment) {
    this.stage = stage;
    this.function = function;
    this.moment = moment;
  }

  Runnable begin() {
    stage.world().invocationFaults().add(this);
    return () -> stage.world().invocationFaults().remove(this);
  }

  @Override
  public Optional<Failed> before(String invoked) {
    return moment == Moment.BEFORE_ITS_WORK ? brokenOff(invoked) : Optional.empty();
  }

  @Override
  public Optional<Failed> after(String invoked) {
    return moment == Moment.BEFORE_ITS_WORK ? Optional.empty() : brokenOff(invoked);
  }

  private Optional<Failed> brokenOff(String invoked) {
    if (happened || !invoked.equals(function)) {
      return Optional.empty();
    }
    happened = true;
    stage.strike();
    return Optional.of(
        switch (moment) {
          case BEFORE_ITS_WORK, AFTER_ITS_WORK ->
              new Failed("Lambda.Unknown", "The function's runtime ended without an answer.");
          case TIMED_OUT -> {
            stage.world().spend(FUNCTION_TIMEOUT);
            yield new Failed(
                "Sandbox.Timedout",
                "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"Task timed out after "
                    + FUNCTION_TIMEOUT.toSeconds()
                    + " seconds\"}");
          }
        });
  }
}
