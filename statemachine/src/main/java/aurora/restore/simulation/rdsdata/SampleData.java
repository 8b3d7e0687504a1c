package aurora.restore.simulation.rdsdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What snapshots hold where nobody says otherwise: customers, orders and their lines. */
public final class SampleData {
  /** What its database is called. */
  public static final String NAME = "orders";

  private SampleData() {}

  /**
   * The statements that make it.
   *
   * @param newest when the newest order was placed
   */
  public static String script(Instant newest) {
    try (var stream = SampleData.class.getResourceAsStream("sample.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${newest}", newest.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("sample.sql", e);
    }
  }
}
