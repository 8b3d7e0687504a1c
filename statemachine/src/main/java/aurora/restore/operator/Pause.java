package aurora.restore.operator;

import java.time.Duration;

/** Waits between two looks. */
@FunctionalInterface
interface Pause {
  /** For somebody at a terminal. */
  Pause AT_A_TERMINAL = () -> Thread.sleep(Duration.ofSeconds(2));

  void pass() throws InterruptedException;
}
