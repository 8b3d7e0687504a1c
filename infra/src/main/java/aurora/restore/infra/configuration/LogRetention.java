package aurora.restore.infra.configuration;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import software.amazon.awscdk.services.logs.RetentionDays;

/** The numbers of days that CloudWatch Logs keeps events for: any other is refused there. */
public final class LogRetention {
  private static final NavigableMap<Integer, RetentionDays> BY_DAYS = byDays();

  private LogRetention() {}

  public static NavigableSet<Integer> days() {
    return BY_DAYS.navigableKeySet();
  }

  /**
   * @param days one of {@link #days()}
   */
  public static RetentionDays of(int days) {
    return BY_DAYS.get(days);
  }

  /** CloudWatch Logs API Reference, PutRetentionPolicy. */
  private static NavigableMap<Integer, RetentionDays> byDays() {
    var known = new TreeMap<Integer, RetentionDays>();
    known.put(1, RetentionDays.ONE_DAY);
    known.put(3, RetentionDays.THREE_DAYS);
    known.put(5, RetentionDays.FIVE_DAYS);
    known.put(7, RetentionDays.ONE_WEEK);
    known.put(14, RetentionDays.TWO_WEEKS);
    known.put(30, RetentionDays.ONE_MONTH);
    known.put(60, RetentionDays.TWO_MONTHS);
    known.put(90, RetentionDays.THREE_MONTHS);
    known.put(120, RetentionDays.FOUR_MONTHS);
    known.put(150, RetentionDays.FIVE_MONTHS);
    known.put(180, RetentionDays.SIX_MONTHS);
    known.put(365, RetentionDays.ONE_YEAR);
    known.put(400, RetentionDays.THIRTEEN_MONTHS);
    known.put(545, RetentionDays.EIGHTEEN_MONTHS);
    known.put(731, RetentionDays.TWO_YEARS);
    known.put(1096, RetentionDays.THREE_YEARS);
    known.put(1827, RetentionDays.FIVE_YEARS);
    known.put(2192, RetentionDays.SIX_YEARS);
    known.put(2557, RetentionDays.SEVEN_YEARS);
    known.put(2922, RetentionDays.EIGHT_YEARS);
    known.put(3288, RetentionDays.NINE_YEARS);
    known.put(3653, RetentionDays.TEN_YEARS);
    return known;
  }
}
