package aurora.restore.simulation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an answer has: the path of each member, with {@code value}, {@code flag} (true or false),
 * {@code 0} or {@code empty}. The structures of a list are one, so that a member of theirs can be
 * several of these, and {@code absent} in some. The same as {@code .ci/example-answers} says of the
 * examples.
 */
final class AnswerMembers {
  private AnswerMembers() {}

  static Map<String, Set<String>> of(JsonNode answer) {
    var members = new TreeMap<String, Set<String>>();
    add(answer, "", members);
    return members;
  }

  private static void add(JsonNode value, String at, Map<String, Set<String>> members) {
    if (value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(
              field ->
                  add(
                      field.getValue(),
                      at.isEmpty() ? field.getKey() : at + "." + field.getKey(),
                      members));
    } else if (value.isArray() && value.path(0).isObject()) {
      addElements(value, at, members);
    } else {
      members.computeIfAbsent(at, path -> new TreeSet<>()).add(kind(value));
    }
  }

  private static void addElements(JsonNode list, String at, Map<String, Set<String>> members) {
    var each = new ArrayList<Map<String, Set<String>>>();
    list.forEach(element -> each.add(of(element)));
    var names = new TreeSet<String>();
    each.forEach(element -> names.addAll(element.keySet()));
    for (var name : names) {
      var kinds = new TreeSet<String>();
      each.forEach(element -> kinds.addAll(element.getOrDefault(name, Set.of("absent"))));
      members.put(at + "[]." + name, kinds);
    }
  }

  private static String kind(JsonNode value) {
    if (value.isBoolean()) {
      return "flag";
    }
    if (value.isContainerNode() || value.isNull()) {
      return value.isEmpty() ? "empty" : "value";
    }
    if (value.isNumber()) {
      return value.doubleValue() == 0 ? "0" : "value";
    }
    return value.asText().isEmpty() ? "empty" : "value";
  }
}
