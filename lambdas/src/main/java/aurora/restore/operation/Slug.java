package aurora.restore.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes of any text a part of a name that RDS and Step Functions alike accept. */
public final class Slug {
  private static final int HASH = 8;

  private Slug() {}

  /**
   * Lower-case letters, digits and single hyphens. Where that isn't the text itself, a hash of the
   * text is added, so that two texts never become one name.
   *
   * @param longest how many characters it may have
   */
  public static String of(String text, int longest) {
    var plain = trimmed(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    if (plain.equals(text) && plain.length() <= longest) {
      return plain;
    }
    var room = longest - HASH - 1;
    var kept = trimmed(plain.length() <= room ? plain : plain.substring(0, room));
    return kept.isEmpty() ? hash(text) : kept + "-" + hash(text);
  }

  /** The text without hyphens at its ends. */
  public static String trimmed(String text) {
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
