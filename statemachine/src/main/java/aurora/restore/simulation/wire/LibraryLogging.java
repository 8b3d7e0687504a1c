package aurora.restore.simulation.wire;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps libraries from writing to standard output and standard error, where the rehearsal's own
 * report is read, by program too. Has an effect only before the libraries are first used.
 */
final class LibraryLogging {
  /** Held here, since the JDK forgets the level of a logger that nobody holds. */
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private LibraryLogging() {}

  /** What the user of the JVM has set on the command line stays as it is. */
  static void silence() {
    // The SDK and Jetty log through SLF4J, which complains where it finds no provider.
    unlessSet("slf4j.internal.verbosity", "ERROR");
    // DynamoDB Local logs through Log4j, whose core would write errors to standard output.
    unlessSet(
        "log4j2.loggerContextFactory",
        "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    unlessSet("org.apache.logging.log4j.simplelog.level", "OFF");
    unlessSet("log4j2.StatusLogger.level", "OFF");
    // SQLite's wrapper logs through the JDK, whose default is standard error.
    SQLITE.setLevel(Level.OFF);
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
