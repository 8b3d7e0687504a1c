package aurora.restore.input;

import aurora.restore.error.Finding;
import aurora.restore.error.InvalidRequest;
import aurora.restore.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of an input, taken out one by one. What is wrong is gathered, and a wrong field reads
 * as if it weren't there, so that one reading finds all that is wrong.
 */
public final class Fields {
  private final JsonNode input;
  private final String path;
  private final List<Finding> findings;

  public Fields(JsonNode input) {
    this(input, "", new ArrayList<>());
    if (input == null || !input.isObject()) {
      find("input", "is not a JSON object", "pass an object with the keys of the input reference");
      throw new InvalidRequest(findings);
    }
  }

  private Fields(JsonNode input, String path, List<Finding> findings) {
    this.input = input;
    this.path = path;
    this.findings = findings;
  }

  public void find(String key, String problem, String remedy) {
    findings.add(new Finding(path + key, problem, remedy));
  }

  public void find(Key key, String problem, String remedy) {
    find(key.key(), problem, remedy);
  }

  /** Refuses every key that isn't known, with the one that was probably meant. */
  public void refuseUnknownKeys(Key... known) {
    for (var names = input.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (Stream.of(known).noneMatch(key -> key.key().equals(name))) {
        find(name, "is not a key of the input", "the nearest key is " + nearest(name, known));
      }
    }
  }

  private static String nearest(String misspelt, Key... known) {
    return Spelling.nearest(misspelt, Stream.of(known).map(Key::key).toList());
  }

  public boolean has(Key key) {
    return input.hasNonNull(key.key());
  }

  /** A text that follows a rule; null where it is left out or wrong. */
  public String text(Key key, Rule rule) {
    var node = present(key);
    return node == null ? null : text(key, node, rule);
  }

  /** One of a few texts. */
  public String oneOf(Key key, List<String> allowed) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    if (!node.isTextual() || !allowed.contains(node.textValue())) {
      find(key, "is " + shown(node), "must be one of " + String.join(", ", allowed));
      return null;
    }
    return node.textValue();
  }

  /** Texts that each follow a rule, none twice. */
  public List<String> texts(Key key, Rule rule, int least, int most) {
    var node = present(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      find(key, "is " + shown(node), "must be a list (JSON array), each item " + rule.form());
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var item : node) {
      var text = text(key, item, rule);
      if (text != null) {
        texts.add(text);
      }
    }
    if (new HashSet<>(texts).size() < texts.size()) {
      find(key, "names the same one twice", "name each once");
    }
    if (node.size() < least || node.size() > most) {
      var amount = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
      find(key, "has " + node.size() + (node.size() == 1 ? " item" : " items"), "name " + amount);
    }
    return List.copyOf(texts);
  }

  /** A whole number; null where it is left out or wrong. */
  public Integer number(Key key, int least, int most) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < least
        || node.intValue() > most) {
      var range = most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
      find(key, "is " + shown(node), "must be a whole number, " + range);
      return null;
    }
    return node.intValue();
  }

  /** Aurora capacity units, in steps of a half. */
  public Double capacity(Key key, double least) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    var value = node.doubleValue();
    if (!node.isNumber() || value < least || value > 256 || value * 2 != Math.rint(value * 2)) {
      find(key, "is " + shown(node), "must be a number from " + least + " to 256 in steps of 0.5");
      return null;
    }
    return value;
  }

  public Boolean flag(Key key) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    if (!node.isBoolean()) {
      find(key, "is " + shown(node), "must be true or false, without quotation marks");
      return null;
    }
    return node.booleanValue();
  }

  /** An object whose members are texts. */
  public Map<String, String> texts(Key key) {
    var node = present(key);
    if (node == null) {
      return Map.of();
    }
    if (!node.isObject()) {
      find(key, "is " + shown(node), "must be an object of texts, such as {\"team\": \"orders\"}");
      return Map.of();
    }
    var texts = new LinkedHashMap<String, String>();
    node.properties()
        .forEach(
            member -> {
              if (member.getValue().isTextual()) {
                texts.put(member.getKey(), member.getValue().textValue());
              } else {
                find(
                    key.key() + "." + member.getKey(),
                    "is " + shown(member.getValue()),
                    "must be a text");
              }
            });
    return texts;
  }

  /** A number with or without a fraction. */
  public BigDecimal decimal(Key key) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      find(key, "is " + shown(node), "must be a number");
      return null;
    }
    return node.decimalValue();
  }

  /** A number, a text that isn't too long, true or false: as it stands in the input. */
  public JsonNode scalar(Key key, int mostCharacters) {
    var node = present(key);
    if (node == null) {
      return null;
    }
    if (!node.isValueNode() || node.asText().length() > mostCharacters) {
      find(
          key,
          "is " + shown(node),
          "must be a number, true, false or a text of at most " + mostCharacters + " characters");
      return null;
    }
    return node;
  }

  /** The fields of the object under a key; what is found of them is found here. */
  public Optional<Fields> object(Key key) {
    var node = present(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isObject()) {
      find(key, "is " + shown(node), "must be an object");
      return Optional.empty();
    }
    return Optional.of(new Fields(node, path + key.key() + ".", findings));
  }

  /** The same of each object of a list. */
  public List<Fields> objects(Key key, int least, int most) {
    var node = present(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray() || node.size() < least || node.size() > most) {
      var has = node.isArray() ? "has " + node.size() + " items" : "is " + shown(node);
      find(key, has, "must be a list of " + least + " to " + most + " objects");
      return List.of();
    }
    var objects = new ArrayList<Fields>();
    for (int i = 0; i < node.size(); i++) {
      var item = key.key() + "[" + i + "]";
      if (node.get(i).isObject()) {
        objects.add(new Fields(node.get(i), path + item + ".", findings));
      } else {
        find(item, "is " + shown(node.get(i)), "must be an object");
      }
    }
    return List.copyOf(objects);
  }

  /** Ends the reading: throws where anything was found. */
  public void throwFindings() {
    if (!findings.isEmpty()) {
      throw new InvalidRequest(findings);
    }
  }

  private String text(Key key, JsonNode node, Rule rule) {
    if (!node.isTextual() || !rule.allows(node.textValue())) {
      find(key, "is " + shown(node), "must be " + rule.form());
      return null;
    }
    return node.textValue();
  }

  private JsonNode present(Key key) {
    if (has(key)) {
      return input.get(key.key());
    }
    if (key.isRequired()) {
      find(key, input.has(key.key()) ? "is null" : "is missing", "it is required: " + key.kind());
    }
    return null;
  }

  private static String shown(JsonNode node) {
    var text = JsonText.of(node);
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
