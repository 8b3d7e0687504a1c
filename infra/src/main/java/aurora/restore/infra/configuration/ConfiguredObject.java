package aurora.restore.infra.configuration;

import aurora.restore.input.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An object of the configuration, whose values are taken out one by one. What is wrong is gathered,
 * and a wrong value reads as its fallback, so that one reading finds all that is wrong.
 */
final class ConfiguredObject {
  private final String path;
  private final Map<?, ?> values;
  private final List<String> findings;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param path what the keys' names begin with in a finding, e.g. {@code schedules[0].}
   * @param findings what is added to, shared by all objects of a configuration
   */
  ConfiguredObject(String path, Map<?, ?> values, List<String> findings) {
    this.path = path;
    this.values = values;
    this.findings = findings;
  }

  String text(String key, String fallback) {
    return switch (value(key)) {
      case null -> fallback;
      case String text -> text;
      case Object other -> refused(key, other, "a text", fallback);
    };
  }

  /** A text that must be there; empty where it isn't. */
  Optional<String> text(String key) {
    return switch (value(key)) {
      case null -> missing(key);
      case String text -> Optional.of(text);
      case Object other -> refused(key, other, "a text", Optional.empty());
    };
  }

  /** A text that may be there. */
  Optional<String> perhaps(String key) {
    return switch (value(key)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Object other -> refused(key, other, "a text", Optional.empty());
    };
  }

  int number(String key, int fallback) {
    return switch (value(key)) {
      case null -> fallback;
      case Number number when number.doubleValue() == number.intValue() -> number.intValue();
      case Object other -> refused(key, other, "a whole number", fallback);
    };
  }

  boolean flag(String key, boolean fallback) {
    return switch (value(key)) {
      case null -> fallback;
      case Boolean flag -> flag;
      case Object other -> refused(key, other, "true or false", fallback);
    };
  }

  /** None where there are none. */
  List<String> texts(String key) {
    return switch (value(key)) {
      case null -> List.of();
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      case Object other -> refused(key, other, "a list of texts", List.of());
    };
  }

  /** An object that must be there, as it is; empty where it isn't. */
  Optional<Map<?, ?>> map(String key) {
    return switch (value(key)) {
      case null -> missing(key);
      case Map<?, ?> object -> Optional.of(object);
      case Object other -> refused(key, other, "an object", Optional.empty());
    };
  }

  /**
   * An object that may be there.
   *
   * @param reader empty where the object has findings that nothing can be made with
   */
  <T> Optional<T> object(String key, Function<ConfiguredObject, Optional<T>> reader) {
    return switch (value(key)) {
      case null -> Optional.empty();
      case Map<?, ?> object -> read(path + key, object, reader);
      case Object other -> refused(key, other, "an object", Optional.empty());
    };
  }

  /** As many objects as there are; those that nothing can be made of are left out. */
  <T> List<T> objects(String key, Function<ConfiguredObject, Optional<T>> reader) {
    return switch (value(key)) {
      case null -> List.of();
      case List<?> list -> objects(key, list, reader);
      case Object other -> refused(key, other, "a list of objects", List.of());
    };
  }

  private <T> List<T> objects(
      String key, List<?> list, Function<ConfiguredObject, Optional<T>> reader) {
    var objects = new ArrayList<T>();
    for (int position = 0; position < list.size(); position++) {
      var item = key + "[" + position + "]";
      switch (list.get(position)) {
        case null -> refused(item, null, "an object", null);
        case Map<?, ?> object -> read(path + item, object, reader).ifPresent(objects::add);
        case Object other -> refused(item, other, "an object", null);
      }
    }
    return objects;
  }

  private <T> Optional<T> read(
      String name, Map<?, ?> object, Function<ConfiguredObject, Optional<T>> reader) {
    var inner = new ConfiguredObject(name + ".", object, findings);
    try {
      var read = reader.apply(inner);
      inner.refuseUnknownKeys();
      return read;
    } catch (ConfigurationRefused e) {
      inner.refuseUnknownKeys();
      findings.addAll(e.findings()); // told with all others
      return Optional.empty();
    }
  }

  /** A value of some other kind than the ones above; null where there is none. */
  Object value(String key) {
    known.add(key);
    return values.get(key);
  }

  /** Goes on with the fallback, so that the rest is looked at too. */
  <T> T refused(String key, Object value, String wanted, T fallback) {
    findings.add(path + key + " is " + shown(value) + ": it must be " + wanted);
    return fallback;
  }

  private <T> Optional<T> missing(String key) {
    findings.add(path + key + " is missing");
    return Optional.empty();
  }

  /**
   * Once all that is known has been asked for: misspelt, a key would otherwise be a default that
   * nobody asked for.
   */
  void refuseUnknownKeys() {
    for (var given : new TreeSet<>(values.keySet())) {
      if (!known.contains(given.toString())) {
        findings.add(
            path
                + given
                + " isn't a key here: the nearest is "
                + Spelling.nearest(given.toString(), known)
                + " of "
                + String.join(", ", known));
      }
    }
  }

  private static String shown(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
