package aurora.restore.world;

import aurora.restore.engine.TaskRunner.Outcome.Failed;
import java.util.Optional;

/**
 * What goes wrong with a function, beside what it throws by itself. Asked twice: before the handler
 * is called, and after it did its work and before its answer is handed on.
 */
public interface InvocationFault {
  /** How the invocation ends without the handler being called; empty where nothing goes wrong. */
  default Optional<Failed> before(String function) {
    return Optional.empty();
  }

  /** How the invocation ends although the handler did its work; empty where nothing goes wrong. */
  default Optional<Failed> after(String function) {
    return Optional.empty();
  }
}
