package aurora.restore.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A window of a week, in minutes of UTC: {@code hh24:mi-hh24:mi} of every day, or {@code
 * ddd:hh24:mi-ddd:hh24:mi} once a week (RDS API Reference, CreateDBCluster).
 *
 * @param from the minute of the week, or of the day, that it begins with
 * @param minutes how long it is
 */
record Window(int from, int minutes) {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
  private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern WEEKLY =
      Pattern.compile(
          "DAY:TIME-DAY:TIME"
              .replace("DAY", "(" + String.join("|", DAYS) + ")")
              .replace("TIME", TIME));
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final int WEEK = 7 * DAY;

  /** RDS takes none that is shorter. */
  static final int SHORTEST_MINUTES = 30;

  /** Empty where the text is no window of every day. */
  static Optional<Window> daily(String text) {
    var read = DAILY.matcher(text);
    if (!read.matches()) {
      return Optional.empty();
    }
    var from = minute(read.group(1), read.group(2));
    var to = minute(read.group(3), read.group(4));
    return Optional.of(new Window(from, Math.floorMod(to - from, DAY)));
  }

  /** Empty where the text is no window of one day. */
  static Optional<Window> weekly(String text) {
    var read = WEEKLY.matcher(text.toLowerCase(Locale.ROOT));
    if (!read.matches()) {
      return Optional.empty();
    }
    var from = DAYS.indexOf(read.group(1)) * DAY + minute(read.group(2), read.group(3));
    var to = DAYS.indexOf(read.group(4)) * DAY + minute(read.group(5), read.group(6));
    return Optional.of(new Window(from, Math.floorMod(to - from, WEEK)));
  }

  boolean isLongEnough() {
    return minutes >= SHORTEST_MINUTES;
  }

  /**
   * Whether a window of every day meets one of a week.
   *
   * @param maintenance the one of a week
   */
  boolean meets(Window maintenance) {
    return IntStream.rangeClosed(-1, 7)
        .map(day -> day * DAY + from)
        .anyMatch(
            begin ->
                begin < maintenance.from + maintenance.minutes
                    && maintenance.from < begin + minutes);
  }

  /** The shortest window of every day that begins where this one of a week ends, as text. */
  String dailyAfter() {
    var begin = (from + minutes) % DAY;
    return time(begin) + "-" + time((begin + SHORTEST_MINUTES) % DAY);
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
  }
}
