package aurora.restore.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Pattern;

/**
 * Where a text stops being JSON, and why, in words for whoever wrote it.
 *
 * @param line from 1, as is {@code column}
 */
record Slip(String name, int line, int column, String what) {
  private static final Pattern DUPLICATE = Pattern.compile("^Duplicate field '(.*)'");
  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '(.*?)'");

  static Slip of(String name, String text, JsonProcessingException e) {
    var at = e.getLocation();
    return new Slip(
        name, at.getLineNr(), at.getColumnNr(), what(e, text, (int) at.getCharOffset()));
  }

  String sentence() {
    return "%s, line %d, column %d: %s".formatted(name, line, column, what);
  }

  /** By the parser's own messages, which its tests pin; another one says that it is no JSON. */
  private static String what(JsonProcessingException e, String text, int offset) {
    var said = e.getOriginalMessage();
    if (e instanceof JsonEOFException) {
      return "the document ends too early: a quote, } or ] is missing";
    }
    var duplicate = DUPLICATE.matcher(said);
    if (duplicate.find()) {
      return "the key " + duplicate.group(1) + " stands here a second time";
    }
    var token = TOKEN.matcher(said);
    if (token.find()) {
      return token.group(1) + " isn't a value: a text stands in double quotes";
    }
    var found = found(text, offset);
    if (said.contains("was expecting comma")) {
      return "a comma is missing before " + found;
    }
    if (said.contains("was expecting a colon")) {
      return "a colon is missing after the key, before " + found;
    }
    if (said.contains("expecting double-quote to start field name")) {
      return found.equals("}")
          ? "a comma too many before }"
          : "a key stands in double quotes, here is " + found;
    }
    if (said.contains("expected a valid value") || said.contains("Unexpected character")) {
      return found.equals("]") || found.equals("}")
          ? "a value is missing before " + found + ", or a comma too many"
          : "a value is expected, here is " + found;
    }
    if (said.contains("Illegal unquoted character")) {
      return "a text goes over the end of its line: its closing quote is missing";
    }
    return "this isn't JSON";
  }

  /** The character that the parser stopped at. */
  private static String found(String text, int offset) {
    for (int at = Math.max(0, offset); at < text.length(); at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        return text.substring(at, at + 1);
      }
    }
    return "the end";
  }
}
