package aurora.restore.emulator;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;

/** The one emulator that all tests of a JVM share, searched for when the first asks for it. */
final class Emulator {
  /** Keeps what was found, and what went wrong: no test waits for the same failure again. */
  private static final FutureTask<Search.Outcome> SEARCH = new FutureTask<>(Emulator::search);

  private Emulator() {}

  /** Skips the calling test where there is no emulator. */
  static URI endpoint() {
    SEARCH.run();
    return switch (outcome()) {
      case Search.Outcome.Found(var endpoint) -> endpoint;
      case Search.Outcome.Absent(var reason) -> Assumptions.abort(reason);
    };
  }

  private static Search.Outcome search() {
    var outcome =
        new Search(
                System.getProperty(Search.ENDPOINT),
                System.getProperty(Search.REQUIRED),
                new LocalStack())
            .search();
    if (outcome instanceof Search.Outcome.Absent(var reason)) {
      // Surefire writes the reason of a skipped test to its report, not where people look.
      System.err.println("Tests in " + Emulator.class.getPackageName() + " skipped: " + reason);
    }
    return outcome;
  }

  private static Search.Outcome outcome() {
    try {
      return SEARCH.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the search for an emulator", e);
    }
  }
}
