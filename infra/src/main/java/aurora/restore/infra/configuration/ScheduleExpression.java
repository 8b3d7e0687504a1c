package aurora.restore.infra.configuration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the expression of a schedule: EventBridge would refuse a wrong one in the midst of a
 * deployment (EventBridge User Guide, "Setting a schedule pattern for scheduled rules").
 */
final class ScheduleExpression {
  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9]\\d{0,8}) (minute|hour|day)(s?)\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private static final String DAY_OF_WEEK_ALONE =
      "\\?|L|([1-7]|" + String.join("|", DAYS) + ")L|[1-7]#[1-5]";

  private static final String UNSAID = "?";

  private ScheduleExpression() {}

  /** What is wrong, as a clause; empty where nothing is. */
  static Optional<String> finding(String expression) {
    var rate = RATE.matcher(expression);
    if (rate.matches()) {
      var isOne = rate.group(1).equals("1");
      return isOne == rate.group(3).isEmpty()
          ? Optional.empty()
          : Optional.of("its unit must be " + (isOne ? "singular after 1" : "plural"));
    }
    var cron = CRON.matcher(expression);
    return cron.matches()
        ? findingInCron(cron.group(1).split(" ", -1))
        : Optional.of("it must be like cron(0 3 ? * SUN *) or rate(7 days)");
  }

  private static Optional<String> findingInCron(String... fields) {
    if (fields.length != 6) {
      return Optional.of(
          "cron has 6 fields (minutes, hours, day of month, month, day of week, year), not "
              + fields.length);
    }
    if (fields[2].equals(UNSAID) == fields[4].equals(UNSAID)) {
      return Optional.of("exactly one of day of month and day of week must be ?");
    }
    var findings =
        Stream.of(
                new Field("minutes", 0, 59, List.of(), "").finding(fields[0]),
                new Field("hours", 0, 23, List.of(), "").finding(fields[1]),
                new Field("day of month", 1, 31, List.of(), "\\?|L|LW|([1-9]|[12]\\d|3[01])W")
                    .finding(fields[2]),
                new Field("month", 1, 12, MONTHS, "").finding(fields[3]),
                new Field("day of week", 1, 7, DAYS, DAY_OF_WEEK_ALONE).finding(fields[4]),
                new Field("year", 1970, 2199, List.of(), "").finding(fields[5]))
            .flatMap(Optional::stream)
            .toList();
    return findings.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", findings));
  }

  /**
   * A field of cron.
   *
   * @param names what may stand for the numbers, from the least on
   * @param alone a pattern of what may stand there by itself; empty for nothing
   */
  private record Field(String name, int least, int most, List<String> names, String alone) {
    Optional<String> finding(String value) {
      if (!alone.isEmpty() && value.matches(alone)) {
        return Optional.empty();
      }
      for (var part : value.split(",", -1)) {
        if (!isPart(part)) {
          return Optional.of(
              "its "
                  + name
                  + " can't be \""
                  + value
                  + "\": "
                  + least
                  + " to "
                  + most
                  + ", * , - /");
        }
      }
      return Optional.empty();
    }

    /** A value, a range, or every so many of either. */
    private boolean isPart(String part) {
      var steps = part.split("/", -1);
      var range = steps[0].split("-", -1);
      return steps.length <= 2
          && (steps.length == 1 || isWithin(steps[1], 1, most))
          && (steps[0].equals("*") || isRange(range));
    }

    private boolean isRange(String... ends) {
      return switch (ends.length) {
        case 1 -> number(ends[0]) >= 0;
        case 2 -> number(ends[0]) >= 0 && number(ends[0]) <= number(ends[1]);
        default -> false;
      };
    }

    /** The number that is meant; -1 for none that is allowed. */
    private int number(String text) {
      var named = names.indexOf(text);
      if (named >= 0) {
        return least + named;
      }
      return isWithin(text, least, most) ? Integer.parseInt(text) : -1;
    }

    private static boolean isWithin(String text, int least, int most) {
      return text.matches("\\d{1,4}")
          && Integer.parseInt(text) >= least
          && Integer.parseInt(text) <= most;
    }
  }
}
