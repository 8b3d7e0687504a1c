package aurora.restore.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as the context object writes them: ISO-8601, milliseconds, UTC. */
final class Iso {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Iso() {}

  static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }
}
