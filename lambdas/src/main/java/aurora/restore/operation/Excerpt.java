package aurora.restore.operation;

import aurora.restore.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * As much of an input as a row, a mail and a state's data have room for beside the rest: an input
 * may have 256 KiB, which is all that a mail or a state's data may have (Amazon SNS API Reference,
 * Publish; Step Functions Developer Guide, "Service quotas").
 */
public final class Excerpt {
  /** Of an input as it stands in reports and rows. */
  public static final int MOST_BYTES = 16 * 1024;

  /** Of a member that is kept in an excerpt: names and numbers are shorter. */
  private static final int MOST_MEMBER_BYTES = 512;

  private static final String OMITTED = "omitted";

  private Excerpt() {}

  /** Whether an input is short enough to be shown whole. */
  public static boolean isWhole(JsonNode input) {
    return bytes(input) <= MOST_BYTES;
  }

  /** The input, or of a long one the short members, and how much there was. Null stays null. */
  public static JsonNode of(JsonNode input) {
    if (input == null || isWhole(input)) {
      return input;
    }
    var excerpt = JsonNodeFactory.instance.objectNode();
    int left = MOST_BYTES;
    for (var member : input.properties()) {
      int bytes = member.getKey().length() + bytes(member.getValue());
      if (bytes <= MOST_MEMBER_BYTES && bytes <= left) {
        excerpt.set(member.getKey(), member.getValue());
        left -= bytes;
      }
    }
    return describe(excerpt, input);
  }

  private static ObjectNode describe(ObjectNode excerpt, JsonNode input) {
    return excerpt.put(
        OMITTED,
        "this is "
            + excerpt.size()
            + " of "
            + input.size()
            + " members; all of it, "
            + bytes(input)
            + " bytes, is the input of the execution");
  }

  /** The beginning of a text, marked where something is missing. */
  public static String of(String text, int mostCharacters) {
    return text.length() <= mostCharacters
        ? text
        : text.substring(0, mostCharacters) + " … (" + text.length() + " characters in all)";
  }

  private static int bytes(JsonNode node) {
    return JsonText.of(node).getBytes(StandardCharsets.UTF_8).length;
  }
}
