package aurora.restore.simulation.dynamodb.expression;

import aurora.restore.simulation.dynamodb.value.Invalid;
import aurora.restore.simulation.dynamodb.value.Values;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the expressions of one request may stand for, and which of it they use. */
public final class ExpressionNames {
  private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, AttributeValue> values = new TreeMap<>();
  private final TreeSet<String> unusedNames = new TreeSet<>();
  private final TreeSet<String> unusedValues = new TreeSet<>();
  private boolean isAnyExpressionRead;

  private ExpressionNames() {}

  /**
   * @param names attribute names by {@code #placeholder}, as the SDK has them from the request
   * @param values by {@code :placeholder}
   */
  public static ExpressionNames of(Map<String, String> names, Map<String, AttributeValue> values) {
    var placeholders = new ExpressionNames();
    require("ExpressionAttributeNames", names, NAME);
    require("ExpressionAttributeValues", values, VALUE);
    placeholders.names.putAll(names);
    values.forEach((name, value) -> placeholders.values.put(name, Values.stored(value)));
    placeholders.unusedNames.addAll(names.keySet());
    placeholders.unusedValues.addAll(values.keySet());
    return placeholders;
  }

  /** For a request that has no place for values. */
  public static ExpressionNames ofNames(Map<String, String> names) {
    return of(names, DefaultSdkAutoConstructMap.getInstance());
  }

  private static void require(String member, Map<String, ?> given, Pattern form) {
    if (given.isEmpty() && !(given instanceof SdkAutoConstructMap)) {
      throw Invalid.request("%s must not be empty", member);
    }
    for (var key : new TreeSet<>(given.keySet())) {
      if (!form.matcher(key).matches()) {
        throw Invalid.request("%s contains invalid key: Syntax error; key: \"%s\"", member, key);
      }
    }
  }

  void expressionIsRead() {
    isAnyExpressionRead = true;
  }

  String name(ExpressionKind kind, String placeholder) {
    unusedNames.remove(placeholder);
    var name = names.get(placeholder);
    if (name == null) {
      throw kind.invalid(
          "An expression attribute name used in the document path is not defined; attribute name:"
              + " %s",
          placeholder);
    }
    return name;
  }

  AttributeValue value(ExpressionKind kind, String placeholder) {
    unusedValues.remove(placeholder);
    var value = values.get(placeholder);
    if (value == null) {
      throw kind.invalid(
          "An expression attribute value used in expression is not defined; attribute value: %s",
          placeholder);
    }
    return value;
  }

  /** Refuses what no expression used; called when all of the request have been read. */
  public void requireAllUsed() {
    require("ExpressionAttributeValues", unusedValues);
    require("ExpressionAttributeNames", unusedNames);
  }

  private void require(String member, TreeSet<String> unused) {
    if (unused.isEmpty()) {
      return;
    }
    if (!isAnyExpressionRead) {
      throw Invalid.request("%s can only be specified when using expressions", member);
    }
    throw Invalid.request(
        "Value provided in %s unused in expressions: keys: %s",
        member, unused.stream().collect(Collectors.joining(", ", "{", "}")));
  }
}
