package aurora.restore.trial.act;

import java.time.Duration;

/** The moment of an act. It may never come: then the act doesn't happen. */
public sealed interface When {
  /** So long after the trial began. */
  record After(Duration delay) implements When {
    @Override
    public String toString() {
      return "after " + delay;
    }
  }

  /**
   * So long after any execution entered a state.
   *
   * @param time the how manieth entry it is, from 1
   */
  record OnEntering(String state, int time, Duration delay) implements When {
    @Override
    public String toString() {
      return delay + " after entry " + time + " of " + state;
    }
  }

  /**
   * In the middle of a function: just before or just after a call of AWS takes effect.
   *
   * @param operation e.g. {@code DeleteDBInstance}
   * @param time the how manieth call it is, of all functions, from 1
   */
  record OnCall(String operation, int time, boolean after) implements When {
    @Override
    public String toString() {
      return (after ? "after" : "before") + " call " + time + " of " + operation;
    }
  }
}
