package aurora.restore.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A JSONata expression of a definition, and the names it speaks of. They are found by reading the
 * text, since the library keeps its syntax tree to itself.
 *
 * @param body the text between <code>{%</code> and <code>%}</code>
 * @param functions names that are called, or handed on as a function of JSONata
 * @param variables names that are read and not bound by the expression itself, {@code $states}
 *     included
 * @param statesFields what is read of {@code $states}; an empty name stands for all of it
 */
public record Expression(
    String body, Set<String> functions, Set<String> variables, Set<String> statesFields) {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern BOUND =
      Pattern.compile("\\$([A-Za-z_]\\w*)\\s*:=|[@#]\\s*\\$([A-Za-z_]\\w*)");
  private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)(\\s*\\()?");
  private static final Pattern STATES = Pattern.compile("\\$states(?:\\s*\\.\\s*([A-Za-z_]\\w*))?");

  /** Whether Step Functions would evaluate this string. */
  public static boolean isExpression(String text) {
    return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
  }

  public static boolean isExpression(JsonNode node) {
    return node.isTextual() && isExpression(node.textValue());
  }

  /** Takes a text for which {@link #isExpression(String)} holds apart. */
  public static Expression of(String text) {
    var body = text.substring(2, text.length() - 2).strip();
    var code = NOT_CODE.matcher(body).replaceAll("''");
    var bound = new TreeSet<String>();
    BOUND
        .matcher(code)
        .results()
        .forEach(found -> bound.add(found.group(1) == null ? found.group(2) : found.group(1)));
    PARAMETERS
        .matcher(code)
        .results()
        .forEach(
            found ->
                NAME.matcher(found.group(1)).results().forEach(name -> bound.add(name.group(1))));
    var functions = new TreeSet<String>();
    var variables = new TreeSet<String>();
    NAME.matcher(code)
        .results()
        .filter(found -> !bound.contains(found.group(1)))
        .forEach(
            found -> {
              boolean called = found.group(2) != null || KnownFunctions.contains(found.group(1));
              (called ? functions : variables).add(found.group(1));
            });
    var states = new TreeSet<String>();
    STATES
        .matcher(code)
        .results()
        .filter(found -> found.group(1) != null || isWhole(code, found.end()))
        .forEach(found -> states.add(found.group(1) == null ? "" : found.group(1)));
    return new Expression(body, functions, variables, states);
  }

  /** {@code $statesman} is another variable. */
  private static boolean isWhole(String code, int end) {
    return end == code.length() || !Character.isJavaIdentifierPart(code.charAt(end));
  }

  /** What the parser has against it; nothing where the syntax is right. */
  public Optional<String> syntaxError() {
    try {
      Jsonata.jsonata(body);
      return Optional.empty();
    } catch (JException e) {
      return Optional.of(e.getMessage() + " at character " + e.getLocation());
    }
  }
}
