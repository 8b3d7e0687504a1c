package aurora.restore.simulation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Checks a value, by the names of its model, against the model's types and limits. */
final class Limits {
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final ServiceModel model;
  private final Findings findings;

  Limits(ServiceModel model, Findings findings) {
    this.model = model;
    this.findings = findings;
  }

  void check(String shapeName, JsonNode value, String path) {
    var shape = model.shape(shapeName);
    switch (shape.type()) {
      case "structure" -> structure(shape, value, path);
      case "list" -> list(shape, value, path);
      case "map" -> map(shape, value, path);
      case "string" -> string(shape, value, path);
      case "integer", "long" -> whole(shape, value, path);
      case "float", "double" ->
          require(value.isNumber(), path, () -> "should be a number: " + value);
      case "boolean" -> require(value.isBoolean(), path, () -> "should be true or false: " + value);
      case "timestamp" -> timestamp(value, path);
      case "blob" -> require(value.isTextual(), path, () -> "should be text in Base64: " + value);
      default -> throw new IllegalStateException("no rule for the type " + shape.type());
    }
  }

  private void structure(Shape shape, JsonNode value, String path) {
    if (!require(value.isObject(), path, () -> "should be a structure: " + value)) {
      return;
    }
    for (var name : shape.required()) {
      require(value.has(name), child(path, name), () -> "is required");
    }
    for (var member : value.properties()) {
      var ref = shape.members().get(member.getKey());
      if (ref == null) {
        findings.add(child(path, member.getKey()), "is no member of the model");
      } else {
        check(ref.shape(), member.getValue(), child(path, member.getKey()));
      }
    }
  }

  private void list(Shape shape, JsonNode value, String path) {
    if (require(value.isArray(), path, () -> "should be a list: " + value)) {
      within(shape, BigDecimal.valueOf(value.size()), path, "entries");
      for (int i = 0; i < value.size(); i++) {
        check(shape.member().shape(), value.get(i), path + "[" + i + "]");
      }
    }
  }

  private void map(Shape shape, JsonNode value, String path) {
    if (require(value.isObject(), path, () -> "should be a map: " + value)) {
      within(shape, BigDecimal.valueOf(value.size()), path, "entries");
      var keys = model.shape(shape.key().shape());
      for (var entry : value.properties()) {
        text(keys, entry.getKey(), path + " (key)");
        check(shape.value().shape(), entry.getValue(), child(path, entry.getKey()));
      }
    }
  }

  private void string(Shape shape, JsonNode value, String path) {
    if (require(value.isTextual(), path, () -> "should be text: " + value)) {
      text(shape, value.asText(), path);
    }
  }

  private void text(Shape shape, String text, String path) {
    within(shape, BigDecimal.valueOf(text.codePointCount(0, text.length())), path, "characters");
    require(
        shape.pattern() == null || compiled(shape.pattern()).matcher(text).matches(),
        path,
        () -> "should match " + shape.pattern() + ": " + text);
    require(
        shape.values().isEmpty() || shape.values().contains(text),
        path,
        () -> "should be one of " + shape.values() + ": " + text);
  }

  private void whole(Shape shape, JsonNode value, String path) {
    if (require(value.isIntegralNumber(), path, () -> "should be a whole number: " + value)) {
      within(shape, value.decimalValue(), path, "as a value");
    }
  }

  private void timestamp(JsonNode value, String path) {
    var instant = value.isNumber() || value.isTextual() && Wireform.isInstant(value.asText());
    require(instant, path, () -> "should be an instant: " + value);
  }

  private void within(Shape shape, BigDecimal size, String path, String unit) {
    require(
        shape.min() == null || size.compareTo(shape.min()) >= 0,
        path,
        () -> "is below the least of %s %s: %s".formatted(shape.min(), unit, size));
    require(
        shape.max() == null || size.compareTo(shape.max()) <= 0,
        path,
        () -> "is above the most of %s %s: %s".formatted(shape.max(), unit, size));
  }

  private boolean require(boolean holds, String path, Supplier<String> rule) {
    if (!holds) {
      findings.add(path, rule.get());
    }
    return holds;
  }

  private static Pattern compiled(String pattern) {
    return PATTERNS.computeIfAbsent(pattern, Pattern::compile);
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
