package aurora.restore.trial;

import aurora.restore.engine.HistoryJson;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all that a world holds: histories, rows, trails, mails, resources. */
final class Digest {
  private final MessageDigest digest;

  Digest(World world) {
    this();
    world.engine().executions().stream()
        .map(execution -> new Run(execution, world))
        .forEach(this::add);
    world.mail().forEach(mail -> add(mail.toString()));
    world.resources().forEach(resource -> add(resource.toString()));
  }

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void add(Run run) {
    add(HistoryJson.of(run.execution()));
    add(run.state().toString());
    add(run.audit().toString());
  }

  Digest add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** In hexadecimal; nothing can be added any more. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
