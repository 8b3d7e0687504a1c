package aurora.restore.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an update assigns and removes. Every attribute goes by a placeholder, since many plain words
 * are reserved in DynamoDB's expressions.
 */
final class Assignments {
  private final List<String> assigned = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  Assignments set(String attribute, AttributeValue value) {
    assigned.add("#" + attribute + " = :" + attribute);
    names.put("#" + attribute, attribute);
    values.put(":" + attribute, value);
    return this;
  }

  Assignments remove(String attribute) {
    removed.add("#" + attribute);
    names.put("#" + attribute, attribute);
    return this;
  }

  /** An attribute that the condition speaks of. */
  Assignments named(String attribute) {
    names.put("#" + attribute, attribute);
    return this;
  }

  /** A value that the condition speaks of. */
  Assignments with(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
    return this;
  }

  String expression() {
    var set = assigned.isEmpty() ? "" : "SET " + String.join(", ", assigned);
    var remove = removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed);
    return (set + remove).strip();
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values;
  }
}
