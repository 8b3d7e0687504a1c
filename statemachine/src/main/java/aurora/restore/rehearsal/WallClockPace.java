package aurora.restore.rehearsal;

import java.time.Duration;

/** Sleeps, so that people can follow. */
final class WallClockPace implements Pace {
  private static final double NANOS = 1e9;

  private final double speed;
  private long leftNanos;
  private long owedNanos;

  /**
   * @param speed how many simulated seconds pass in one
   * @param longest how long it sleeps in all: after that nothing is waited for
   */
  WallClockPace(double speed, Duration longest) {
    this.speed = speed;
    this.leftNanos = longest.toNanos();
  }

  /** Leaps of milliseconds are saved up: sleeping for each would take longer than it should. */
  @Override
  public void leap(Duration simulated) {
    owedNanos += (long) (simulated.toNanos() / speed);
    if (owedNanos < NANOS / 100 || leftNanos <= 0) {
      return;
    }
    owedNanos = Math.min(owedNanos, leftNanos);
    leftNanos -= owedNanos;
    var asleep = System.nanoTime();
    try {
      Thread.sleep(Duration.ofNanos(owedNanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever interrupts wants to go on without waiting
    }
    owedNanos -= System.nanoTime() - asleep;
  }
}
