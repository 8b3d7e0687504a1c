package aurora.restore.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The identifiers that an operation's resources get, all minted from its id: the same operation
 * mints the same names, another operation others.
 */
final class Names {
  /** Roles may touch snapshots and subnet groups of this prefix alone. */
  static final String PREFIX = "aurora-restore-";

  /** An RDS identifier's length at most. */
  private static final int LONGEST = 63;

  /** Leaves at least 23 characters of the source cluster's name in that of the new one. */
  private static final int LONGEST_OPERATION = 39;

  private static final int HASH = 8;

  private final String operation;

  Names(String operationId) {
    this.operation = slug(operationId, LONGEST_OPERATION);
  }

  String copy() {
    return PREFIX + operation;
  }

  String subnetGroup() {
    return PREFIX + operation;
  }

  String cluster(String sourceCluster) {
    var room = LONGEST - 1 - operation.length();
    var source = sourceCluster.toLowerCase(Locale.ROOT);
    var kept = source.length() <= room ? source : source.substring(0, room);
    return trimmed(kept) + "-" + operation;
  }

  /** The writer is number 1. */
  static String instance(String cluster, int number) {
    var suffix = "-" + number;
    return slug(cluster, LONGEST - suffix.length()) + suffix;
  }

  /**
   * What RDS accepts as a part of an identifier. Where that isn't the text itself, a hash of the
   * text is added, so that two texts never become one name.
   */
  private static String slug(String text, int longest) {
    var plain = trimmed(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    if (plain.equals(text) && plain.length() <= longest) {
      return plain;
    }
    var room = longest - HASH - 1;
    var kept = trimmed(plain.length() <= room ? plain : plain.substring(0, room));
    return kept.isEmpty() ? hash(text) : kept + "-" + hash(text);
  }

  private static String trimmed(String text) {
    return text.replaceAll("^-+|-+$", "");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
