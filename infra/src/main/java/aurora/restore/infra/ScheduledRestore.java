package aurora.restore.infra;

import aurora.restore.edge.Json;
import aurora.restore.error.InvalidRequest;
import aurora.restore.plan.RestoreRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
  static final String OPERATION_ID = "operation_id";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /**
   * @throws ConfigurationRefused with all that is wrong, the input's findings being those that Plan
   *     Restore would have
   */
  public ScheduledRestore {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input)); // in the order given
    var findings = new ArrayList<String>();
    var subject = "schedules \"" + name + "\"";
    if (!NAME.matcher(name).matches()) {
      findings.add(
          subject
              + ": its name must begin with a lower-case letter, go on with lower-case letters,"
              + " digits and hyphens, and have 40 characters at most");
    }
    ScheduleExpression.finding(expression)
        .ifPresent(
            finding -> findings.add(subject + ": schedule is \"" + expression + "\": " + finding));
    if (input.containsKey(OPERATION_ID)) {
      findings.add(
          subject
              + ": operation_id is the schedule's to set, from its name and the time; leave it"
              + " out");
    }
    try {
      RestoreRequest.read(Json.MAPPER.valueToTree(input), name);
    } catch (InvalidRequest e) {
      for (var finding : e.findings()) { // told with all others
        findings.add(subject + ": input's " + finding);
      }
    }
    if (!findings.isEmpty()) {
      throw new ConfigurationRefused(findings);
    }
  }
}
