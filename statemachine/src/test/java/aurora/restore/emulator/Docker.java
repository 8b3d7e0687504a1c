package aurora.restore.emulator;

import java.net.URI;

/** What can start an emulator, where Docker is. */
interface Docker {
  boolean isThere();

  /** Starts the emulator; it is gone when the JVM is. */
  URI start();
}
