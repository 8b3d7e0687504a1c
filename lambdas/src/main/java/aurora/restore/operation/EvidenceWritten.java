package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import java.time.Instant;
import java.util.List;

/**
 * Evidence that has been written, as mails tell it: the digest leaves the tables with them.
 *
 * @param digest hex SHA-256 of the document
 * @param writtenAt what the document calls its own time
 * @param signed whether it is signed
 * @param storedAt where a copy is kept, {@code s3://BUCKET/KEY}; null where none is
 * @param warnings what went wrong beside; empty where nothing did
 */
public record EvidenceWritten(
    String digest, Instant writtenAt, boolean signed, String storedAt, List<String> warnings)
    implements Loggable {

  @Override
  public String summary() {
    return "wrote evidence "
        + digest
        + (signed ? ", signed" : ", not signed")
        + (storedAt == null ? "" : ", stored");
  }
}
