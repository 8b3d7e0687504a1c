package aurora.restore.plan;

import java.util.regex.Pattern;

/** What RDS accepts as a tag (RDS API Reference, Tag; Aurora User Guide, "Tagging"). */
final class TagRules {
  static final String LENGTHS = "keys have 1 to 128 characters, values 256 at most";

  static final String CHARACTERS = "use letters, digits, blanks and _ . : / = + - @ alone";

  /** Letters, digits and blanks are Unicode's. */
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private TagRules() {}

  static boolean hasLength(String key, String value) {
    return !key.isEmpty() && key.length() <= 128 && value.length() <= 256;
  }

  static boolean hasCharacters(String key, String value) {
    return ALLOWED.matcher(key).matches() && ALLOWED.matcher(value).matches();
  }

  static boolean allow(String key, String value) {
    return hasLength(key, value) && hasCharacters(key, value);
  }
}
