package aurora.restore.infra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one schedule of the configuration. */
final class ScheduleReader {
  private static final Set<String> KEYS = new TreeSet<>(List.of("input", "name", "schedule"));

  private ScheduleReader() {}

  /**
   * @param position of the schedule in the list, from 0
   * @throws ConfigurationRefused with all that is wrong
   */
  static ScheduledRestore read(Object value, int position) {
    var subject = "schedules[" + position + "]";
    if (!(value instanceof Map<?, ?> object)) {
      throw new ConfigurationRefused(
          List.of(subject + " is " + value + ": it must be an object of " + KEYS));
    }
    var findings = new ArrayList<String>();
    for (var key : object.keySet()) {
      if (!KEYS.contains(key)) {
        findings.add(subject + ": " + key + " isn't known; known are " + String.join(", ", KEYS));
      }
    }
    for (var key : List.of("name", "schedule")) {
      if (!(object.get(key) instanceof String)) {
        findings.add(subject + ": " + key + " is missing or no text");
      }
    }
    if (!(object.get("input") instanceof Map)) {
      findings.add(subject + ": input is missing or no object");
    }
    if (!findings.isEmpty()) {
      throw new ConfigurationRefused(findings);
    }
    return new ScheduledRestore(
        (String) object.get("name"),
        (String) object.get("schedule"),
        keyed((Map<?, ?>) object.get("input")));
  }

  private static Map<String, Object> keyed(Map<?, ?> object) {
    var keyed = new LinkedHashMap<String, Object>();
    object.forEach((key, value) -> keyed.put(key.toString(), value));
    return keyed;
  }
}
