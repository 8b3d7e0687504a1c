package aurora.restore.rehearsal;

import java.time.Duration;

/** Sleeps, so that people can follow. */
final class WallClockPace implements Pace {
  private static final double NANOS = 1e9;

  private final double speed;
  private long owedNanos;

  WallClockPace(double speed) {
    this.speed = speed;
  }

  /** Leaps of milliseconds are saved up: sleeping for each would take longer than it should. */
  @Override
  public void leap(Duration simulated) {
    owedNanos += (long) (simulated.toNanos() / speed);
    if (owedNanos < NANOS / 100) {
      return;
    }
    var asleep = System.nanoTime();
    try {
      Thread.sleep(Duration.ofNanos(owedNanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever interrupts wants to go on without waiting
    }
    owedNanos -= System.nanoTime() - asleep;
  }
}
