package aurora.restore.asl;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ${Name}} in a definition, which a deployment replaces with names and ARNs. */
public final class Placeholders {
  static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  private Placeholders() {}

  /** The names of all placeholders in a definition. */
  public static SortedSet<String> names(String definition) {
    var names = new TreeSet<String>();
    PLACEHOLDER.matcher(definition).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /**
   * The definition with every placeholder replaced.
   *
   * @throws AslException naming every placeholder without a value and every value without a
   *     placeholder
   */
  public static String substitute(String definition, Map<String, String> values) {
    var names = names(definition);
    var missing = new TreeSet<>(names);
    missing.removeAll(values.keySet());
    var unused = new TreeSet<>(values.keySet());
    unused.removeAll(names);
    if (!missing.isEmpty() || !unused.isEmpty()) {
      throw new AslException(
          "",
          (missing.isEmpty() ? "" : "placeholders without a value: " + missing)
              + (missing.isEmpty() || unused.isEmpty() ? "" : "; ")
              + (unused.isEmpty() ? "" : "values that no placeholder asks for: " + unused));
    }
    return PLACEHOLDER
        .matcher(definition)
        .replaceAll(found -> Matcher.quoteReplacement(inJson(values.get(found.group(1)))));
  }

  /** Placeholders stand inside JSON strings, so a quote in a value must not end the string. */
  private static String inJson(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
