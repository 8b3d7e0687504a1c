package aurora.restore.simulation.rds;

import aurora.restore.simulation.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * The rules for tags (Amazon Aurora User Guide, Tagging Amazon Aurora resources; RDS API Reference,
 * Tag).
 */
final class TagLimits {
  private static final int MAX_TAGS = 50;
  private static final int KEY_MAX_CHARACTERS = 128;
  private static final int VALUE_MAX_CHARACTERS = 256;

  /** Letters and digits are Unicode's, as the reference of {@code Tag} says. */
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private TagLimits() {}

  /** The tags of a request, in its order, where RDS accepts each. */
  static SequencedMap<String, String> accepted(List<Tag> given) {
    var tags = new LinkedHashMap<String, String>();
    for (var tag : given) {
      requireKey(tag.key());
      var value = tag.value() == null ? "" : tag.value();
      requireAllowed("value", value);
      if (value.length() > VALUE_MAX_CHARACTERS) {
        throw Refusal.invalidValue(
            "Tag value for key '%s' is longer than 256 characters".formatted(tag.key()));
      }
      if (tags.put(tag.key(), value) != null) {
        throw Refusal.invalidValue("Duplicate tag key: " + tag.key());
      }
    }
    requireCount(tags);
    return tags;
  }

  /**
   * What is the first thing wrong with the tags of a described resource; null where nothing is. AWS
   * itself may set those that begin with {@code aws:}.
   */
  static String firstRefusal(Map<String, String> tags) {
    try {
      requireCount(tags);
      tags.forEach(
          (key, value) -> {
            if (!key.startsWith("aws:")) {
              accepted(List.of(Tag.builder().key(key).value(value).build()));
            }
          });
      return null;
    } catch (AwsError refusal) {
      return refusal.getMessage();
    }
  }

  static void requireCount(Map<String, String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw Refusal.invalidValue("A resource can't have more than 50 tags");
    }
  }

  /** Refuses tags that only AWS may set: a copy with CopyTags fails on them. */
  static void requireUnreserved(Iterable<String> keys) {
    for (var key : keys) {
      requireUnreserved(key);
    }
  }

  static List<Tag> list(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static void requireKey(String key) {
    if (key == null || key.isEmpty() || key.length() > KEY_MAX_CHARACTERS) {
      throw Refusal.invalidValue("A tag key must have 1 to 128 characters: " + key);
    }
    requireAllowed("key", key);
    requireUnreserved(key);
  }

  private static void requireAllowed(String part, String text) {
    if (!ALLOWED.matcher(text).matches()) {
      throw Refusal.invalidValue(
          "The tag %s '%s' isn't valid: only letters, digits, white-space and _ . : / = + - @ are allowed"
              .formatted(part, text));
    }
  }

  private static void requireUnreserved(String key) {
    var folded = key.toLowerCase(Locale.ROOT);
    if (folded.startsWith("aws:") || folded.startsWith("rds:")) {
      throw Refusal.invalidValue(
          "Tag keys cannot start with the reserved prefix 'aws:' or 'rds:': " + key);
    }
  }
}
