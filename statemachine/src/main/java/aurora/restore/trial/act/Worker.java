package aurora.restore.trial.act;

import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.simulation.AwsError;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A function at work on a thread of its own, which runs only while somebody waits for it to stop:
 * of all threads of a world, one runs at a time, so that one seed gives one history.
 */
final class Worker {
  private final Thread thread;
  private final Semaphore goes = new Semaphore(0);
  private final Semaphore stands = new Semaphore(0);
  private int callsBefore;
  private boolean stopped;
  private boolean abandoned;
  private Outcome outcome;

  /**
   * @param callsBefore so many calls are made before it stops for the first time
   */
  Worker(Supplier<Outcome> work, int callsBefore) {
    this.callsBefore = callsBefore;
    this.thread =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    outcome = work.get();
                  } finally {
                    stands.release();
                  }
                });
  }

  /** Lets it work until it stops before its next call, or ends. */
  void goOn() {
    if (stopped) {
      stopped = false;
      goes.release();
    } else {
      thread.start();
    }
    stands.acquireUninterruptibly();
  }

  boolean hasEnded() {
    return !stopped;
  }

  /** What came of it; null where it broke off. */
  Outcome outcome() {
    return outcome;
  }

  /** Called before each call of AWS, on the thread that calls. */
  void stopIfItCalls() {
    if (Thread.currentThread() != thread) {
      return;
    }
    if (!abandoned && callsBefore-- <= 0) {
      stopped = true;
      stands.release();
      goes.acquireUninterruptibly();
    }
    if (abandoned) {
      throw new AwsError("InternalFailure", 500, "the world has ended");
    }
  }

  /** The world has ended: it makes no call any more. */
  void abandon() {
    abandoned = true;
    if (stopped) {
      goOn();
    }
  }
}
