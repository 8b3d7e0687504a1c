package aurora.restore.simulation.rds;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The daily window for backups, {@code hh24:mi-hh24:mi}, and the weekly one for maintenance, {@code
 * ddd:hh24:mi-ddd:hh24:mi}: at least 30 minutes each, in UTC, and never at the same time (RDS API
 * Reference, ModifyDBCluster).
 */
final class Windows {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_MINUTES = 7 * DAY_MINUTES;
  private static final int LEAST_MINUTES = 30;

  /** RDS draws from eight hours that depend on the region; these are us-east-1's. */
  private static final int BLOCK_START_MINUTES = 3 * 60;

  private static final int BLOCK_SLOTS = 16;
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
  private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
  private static final Pattern BACKUP = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern MAINTENANCE =
      Pattern.compile(DAY + ":" + TIME + "-" + DAY + ":" + TIME);

  /** Minutes since Monday, and how many of them. */
  private record Span(int start, int length) {
    boolean overlaps(Span other) {
      return Math.floorMod(other.start - start, WEEK_MINUTES) < length
          || Math.floorMod(start - other.start, WEEK_MINUTES) < other.length;
    }
  }

  private Windows() {}

  static boolean isBackup(String window) {
    return BACKUP.matcher(window).matches() && daily(window).length() >= LEAST_MINUTES;
  }

  static boolean isMaintenance(String window) {
    var folded = window.toLowerCase(Locale.ROOT);
    return MAINTENANCE.matcher(folded).matches() && weekly(folded).length() >= LEAST_MINUTES;
  }

  /** Refuses what isn't a daily window of at least 30 minutes. */
  static String requireBackup(String window) {
    if (!isBackup(window)) {
      throw Refusal.invalidValue("Invalid backup window: " + window);
    }
    return window;
  }

  /** Refuses what isn't a weekly window of at least 30 minutes; RDS stores it in lower case. */
  static String requireMaintenance(String window) {
    if (!isMaintenance(window)) {
      throw Refusal.invalidValue("Invalid maintenance window: " + window);
    }
    return window.toLowerCase(Locale.ROOT);
  }

  /**
   * @param backup null where RDS will choose it
   * @param maintenance null where RDS will choose it
   */
  static void requireApart(String backup, String maintenance) {
    if (backup != null && maintenance != null && overlap(backup, maintenance)) {
      throw Refusal.invalidValue("The backup window and maintenance window must not overlap.");
    }
  }

  static String backup(String seed, String maintenance) {
    for (int slot = 0; slot < BLOCK_SLOTS; slot++) {
      var start = slotStart(Math.floorMod(seed.hashCode(), BLOCK_SLOTS) + slot);
      var window = time(start) + "-" + time(start + LEAST_MINUTES);
      if (maintenance == null || !overlap(window, maintenance)) {
        return window;
      }
    }
    throw new IllegalStateException("no backup window is apart from " + maintenance);
  }

  static String maintenance(String seed, String backup) {
    var day = DAYS.get(Math.floorMod(seed.hashCode() / BLOCK_SLOTS, DAYS.size()));
    for (int slot = 1; slot <= DAY_MINUTES / LEAST_MINUTES; slot++) {
      var start = slotStart(Math.floorMod(seed.hashCode(), BLOCK_SLOTS)) + slot * LEAST_MINUTES;
      if (start % DAY_MINUTES + LEAST_MINUTES < DAY_MINUTES) {
        var window = day + ":" + time(start) + "-" + day + ":" + time(start + LEAST_MINUTES);
        if (!overlap(backup, window)) {
          return window;
        }
      }
    }
    throw new IllegalStateException("no maintenance window is apart from " + backup);
  }

  private static boolean overlap(String backup, String maintenance) {
    var weekly = weekly(maintenance);
    var daily = daily(backup);
    for (int day = 0; day < DAYS.size(); day++) {
      if (new Span(day * DAY_MINUTES + daily.start(), daily.length()).overlaps(weekly)) {
        return true;
      }
    }
    return false;
  }

  private static Span daily(String window) {
    var start = minutes(window.substring(0, 5));
    return new Span(start, Math.floorMod(minutes(window.substring(6)) - start, DAY_MINUTES));
  }

  private static Span weekly(String window) {
    var start = weekMinutes(window.substring(0, 9));
    var length = Math.floorMod(weekMinutes(window.substring(10)) - start, WEEK_MINUTES);
    return new Span(start, length);
  }

  private static int weekMinutes(String dayAndTime) {
    return DAYS.indexOf(dayAndTime.substring(0, 3)) * DAY_MINUTES
        + minutes(dayAndTime.substring(4));
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static int slotStart(int slot) {
    return BLOCK_START_MINUTES + slot % BLOCK_SLOTS * LEAST_MINUTES;
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60 % 24, minutes % 60);
  }
}
