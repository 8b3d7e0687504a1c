package aurora.restore.simulation.wire;

/**
 * Turns the lights off. DynamoDB Local's threads aren't daemons, so that a JVM whose own work is
 * done would never end. A daemon thread waits for every thread that isn't one of theirs, and then
 * closes.
 */
final class LastOneOut {
  private LastOneOut() {}

  /**
   * @param theirs the group of the threads that must not keep the JVM alive
   */
  static void watch(ThreadGroup theirs, Runnable close) {
    Thread.ofPlatform()
        .daemon()
        .name("last one out")
        .start(
            () -> {
              try {
                for (var other = other(theirs); other != null; other = other(theirs)) {
                  other.join();
                }
              } catch (InterruptedException e) {
                // Whoever interrupts this thread wants it to end, and so it closes at once.
                Thread.currentThread().interrupt();
              }
              close.run();
            });
  }

  private static Thread other(ThreadGroup theirs) {
    for (var thread : Thread.getAllStackTraces().keySet()) {
      var group = thread.getThreadGroup(); // null once the thread has ended
      if (!thread.isDaemon()
          && group != null
          && !theirs.parentOf(group)
          // The JVM's own, which waits for all the others to end.
          && !thread.getName().equals("DestroyJavaVM")) {
        return thread;
      }
    }
    return null;
  }
}
