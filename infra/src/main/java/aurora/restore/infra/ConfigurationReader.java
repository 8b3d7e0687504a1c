package aurora.restore.infra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the configuration out of the context's object. A key that isn't known is refused by name:
 * misspelt, it would otherwise be a default that nobody asked for.
 */
final class ConfigurationReader {
  private final Object context;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> findings = new ArrayList<>();

  /**
   * @param context what the CDK found; null where there is nothing
   */
  ConfigurationReader(Object context) {
    this.context = context;
  }

  /**
   * @throws ConfigurationRefused with all that is wrong, whether of the wrong type, unknown, or out
   *     of bounds
   */
  DeploymentConfiguration read() {
    var values = values();
    var defaults = DeploymentConfiguration.DEFAULT;
    var name = text(values, "name", defaults.name());
    var instanceClass = text(values, "defaultInstanceClass", defaults.defaultInstanceClass());
    var logDays = number(values, "logRetentionDays", defaults.logRetentionDays());
    var recordDays = number(values, "recordRetentionDays", defaults.recordRetentionDays());
    var key = key(values, "encryptionKey", defaults.encryptionKey());
    var emails = texts(values, "notificationEmails", defaults.notificationEmails());
    var memory = number(values, "functionMemoryMegabytes", defaults.functionMemoryMegabytes());
    var timeout = number(values, "functionTimeoutSeconds", defaults.functionTimeoutSeconds());
    for (var given : new TreeSet<>(values.keySet())) {
      if (!known.contains(given.toString())) {
        findings.add(given + " isn't known; known are " + String.join(", ", known));
      }
    }
    try {
      var read =
          new DeploymentConfiguration(
              name, instanceClass, logDays, recordDays, key, emails, memory, timeout);
      if (findings.isEmpty()) {
        return read;
      }
    } catch (ConfigurationRefused e) {
      findings.addAll(e.findings()); // thrown again below, with those found here
    }
    throw new ConfigurationRefused(findings);
  }

  private Map<?, ?> values() {
    return switch (context) {
      case null -> Map.of();
      case Map<?, ?> object -> object;
      case Object other ->
          throw new ConfigurationRefused(
              List.of("is " + shown(other) + ": it must be an object, as in cdk.json"));
    };
  }

  private String text(Map<?, ?> values, String key, String fallback) {
    known.add(key);
    return switch (values.get(key)) {
      case null -> fallback;
      case String text -> text;
      case Object other -> refused(key, other, "a text", fallback);
    };
  }

  private int number(Map<?, ?> values, String key, int fallback) {
    known.add(key);
    return switch (values.get(key)) {
      case null -> fallback;
      case Number number when number.doubleValue() == number.intValue() -> number.intValue();
      case Object other -> refused(key, other, "a whole number", fallback);
    };
  }

  private List<String> texts(Map<?, ?> values, String key, List<String> fallback) {
    known.add(key);
    return switch (values.get(key)) {
      case null -> fallback;
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      case Object other -> refused(key, other, "a list of texts", fallback);
    };
  }

  private EncryptionKey key(Map<?, ?> values, String key, EncryptionKey fallback) {
    known.add(key);
    var value = values.get(key);
    if (value == null) {
      return fallback;
    }
    return Arrays.stream(EncryptionKey.values())
        .filter(choice -> choice.spelling().equals(value))
        .findFirst()
        .orElseGet(() -> refused(key, value, "one of " + spellings(), fallback));
  }

  private static List<String> spellings() {
    return Arrays.stream(EncryptionKey.values()).map(EncryptionKey::spelling).toList();
  }

  /** Goes on with the fallback, so that the rest is looked at too. */
  private <T> T refused(String key, Object value, String wanted, T fallback) {
    findings.add(key + " is " + shown(value) + ": it must be " + wanted);
    return fallback;
  }

  private static String shown(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : value.toString();
  }
}
