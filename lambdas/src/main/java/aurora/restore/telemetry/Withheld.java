package aurora.restore.telemetry;

import java.util.regex.Pattern;

/**
 * Takes out of a text what lets its reader in: signed URLs, keys, tokens, passwords. No text that
 * we write has any; AWS's own words, which are passed on, may repeat what was sent.
 */
public final class Withheld {
  /**
   * Whatever a signature travels in: a URL's query, encoded or not, or a header (IAM User Guide,
   * "AWS Signature Version 4 for API requests").
   */
  private static final Pattern SIGNED =
      Pattern.compile(
          "[^\\s\"'<>]*X-Amz-(?:Signature|Credential|Security-Token)(?:\\s*[:=]\\s*)?[^\\s\"'<>]*"
              + "|AWS4-HMAC-SHA256[^\"'<>]*Signature=[^\\s\"'<>]*",
          Pattern.CASE_INSENSITIVE);

  /** IAM User Guide, "IAM identifiers": of users, and of sessions. */
  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16,124}\\b");

  /**
   * A name that ends in one of these words, what sets it apart, and the value: bare, quoted, or in
   * JSON that is a text in JSON itself. The key that asks RDS to keep the password names none.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "((?:(?<!manage_master_)(?<!ManageMasterUser)password|passwd|secret[_-]?string"
              + "|secret[_-]?access[_-]?key|(?:session|security)[_-]?token)"
              + "(?:\\\\*\")?\\s*[=:]\\s*)"
              + "(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\\\+\".*?\\\\+\"|'[^']*'|[^\\s,;}&\"'\\\\]+)",
          Pattern.CASE_INSENSITIVE);

  private Withheld() {}

  /** The text without them; null where there is none. */
  public static String from(String text) {
    if (text == null) {
      return null;
    }
    var unsigned = SIGNED.matcher(text).replaceAll("[signed request withheld]");
    var keyless = ACCESS_KEY.matcher(unsigned).replaceAll("[access key withheld]");
    return NAMED.matcher(keyless).replaceAll("$1[withheld]");
  }
}
