package aurora.restore.simulation.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word or sign of an expression.
 *
 * @param begin where it begins in the expression
 * @param end where what follows it may begin
 */
record Token(Type type, String text, int begin, int end) {
  enum Type {
    WORD,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
    NUMBER,
    SIGN,
    /** What no expression may hold. */
    FOREIGN,
    END
  }

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<word>[A-Za-z][A-Za-z0-9_]*)|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)"
              + "|(?<number>[0-9]+)|(?<sign><>|<=|>=|[=<>()\\[\\],.+-])|(?<foreign>\\S)");

  static List<Token> all(String expression) {
    var tokens = new ArrayList<Token>();
    var found = PATTERN.matcher(expression);
    while (found.find()) {
      var type =
          found.group("word") != null
              ? Type.WORD
              : found.group("name") != null
                  ? Type.NAME_PLACEHOLDER
                  : found.group("value") != null
                      ? Type.VALUE_PLACEHOLDER
                      : found.group("number") != null
                          ? Type.NUMBER
                          : found.group("sign") != null ? Type.SIGN : Type.FOREIGN;
      tokens.add(new Token(type, found.group(), found.start(), found.end()));
    }
    tokens.add(new Token(Type.END, "<EOF>", expression.length(), expression.length()));
    return tokens;
  }

  boolean is(String other) {
    return (type == Type.WORD || type == Type.SIGN) && text.equalsIgnoreCase(other);
  }
}
