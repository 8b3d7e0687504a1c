package aurora.restore.infra.configuration;

import aurora.restore.edge.Json;
import aurora.restore.error.InvalidRequest;
import aurora.restore.plan.RestoreRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A restore that is started again and again: a drill.
 *
 * @param name what its operations' ids begin with: a lower-case letter, then letters, digits and
 *     hyphens, 40 characters at most
 * @param expression when, in UTC: {@code cron(…)} or {@code rate(…)} of EventBridge
 * @param input the restore's input, without {@code operation_id}: each run gets its own
 */
public record ScheduledRestore(String name, String expression, Map<String, Object> input) {
  public static final String OPERATION_ID = "operation_id";
  public static final String SCHEDULE = "schedule";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /**
   * @throws ConfigurationRefused with all that is wrong, the input's findings being those that Plan
   *     Restore would have
   */
  public ScheduledRestore {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input)); // in the order given
    check(Optional.of(name), Optional.of(expression), Optional.of(input));
  }

  /**
   * Checks as much of a schedule as there is.
   *
   * @throws ConfigurationRefused with all that is wrong with that much
   */
  static void check(
      Optional<String> name, Optional<String> expression, Optional<Map<String, Object>> input) {
    var findings = new ArrayList<String>();
    name.filter(called -> !NAME.matcher(called).matches())
        .ifPresent(
            called ->
                findings.add(
                    "its name must begin with a lower-case letter, go on with lower-case letters,"
                        + " digits and hyphens, and have 40 characters at most"));
    expression
        .flatMap(when -> ScheduleExpression.finding(when).map(why -> "\"" + when + "\": " + why))
        .ifPresent(finding -> findings.add("schedule is " + finding));
    input.ifPresent(asked -> findings.addAll(findings(asked)));
    if (!findings.isEmpty()) {
      var subject = name.map(n -> "schedules \"" + n + "\": ").orElse("a schedule without name: ");
      throw new ConfigurationRefused(findings.stream().map(subject::concat).toList());
    }
  }

  private static List<String> findings(Map<String, Object> input) {
    var findings = new ArrayList<String>();
    if (input.containsKey(OPERATION_ID)) {
      findings.add(
          "operation_id is the schedule's to set, from its name and the time; leave it out");
    }
    if (input.containsKey(SCHEDULE)) {
      findings.add("schedule is set by itself, from its name; leave it out");
    }
    try {
      RestoreRequest.read(Json.MAPPER.valueToTree(input), "of-the-schedule");
    } catch (InvalidRequest e) {
      e.findings().forEach(finding -> findings.add("input's " + finding)); // told with all others
    }
    return findings;
  }
}
