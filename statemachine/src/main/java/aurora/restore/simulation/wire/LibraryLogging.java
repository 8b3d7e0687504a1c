package aurora.restore.simulation.wire;

/**
 * Keeps the SDK's logging from writing to standard error, where the rehearsal's own report is read,
 * by program too. Has an effect only before the SDK is first used.
 */
final class LibraryLogging {
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private LibraryLogging() {}

  /** What the user of the JVM has set on the command line stays as it is. */
  static void silence() {
    // The SDK logs through SLF4J, which complains where it finds no provider.
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
  }
}
