package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  @ParameterizedTest
  @CsvSource({"03:00-03:30, 180, 30", "23:30-00:15, 1410, 45", "00:00-23:59, 0, 1439"})
  void windowOfEveryDayMayCrossMidnight(String text, int from, int minutes) {
    assertThat(Window.daily(text)).hasValue(new Window(from, minutes));
  }

  @ParameterizedTest
  @CsvSource({
    "mon:00:00-mon:00:30, 0, 30",
    "Tue:01:02-tue:03:04, 1502, 122",
    "sun:23:30-mon:00:30, 10050, 60"
  })
  void windowOfAWeekMayCrossItsEnd(String text, int from, int minutes) {
    assertThat(Window.weekly(text)).hasValue(new Window(from, minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00-00:30", "03:60-04:00", "3:00-04:00", "mon:03:00-mon:04:00", ""})
  void whatIsNoWindowOfEveryDayIsNone(String text) {
    assertThat(Window.daily(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"03:00-04:00", "mon:24:00-tue:00:30", "day:03:00-day:04:00", ""})
  void whatIsNoWindowOfAWeekIsNone(String text) {
    assertThat(Window.weekly(text)).isEmpty();
  }

  @Test
  void halfAnHourIsLongEnough() {
    assertThat(new Window(0, 30).isLongEnough()).isTrue();
    assertThat(new Window(0, 29).isLongEnough()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "03:00-03:30, wed:03:29-wed:04:00, true",
    "03:00-03:30, wed:03:30-wed:04:00, false",
    "03:00-03:30, wed:02:30-wed:03:01, true",
    "03:00-03:30, wed:02:30-wed:03:00, false",
    "23:45-00:15, mon:00:10-mon:00:40, true",
    "23:45-00:15, mon:00:15-mon:00:45, false",
    "00:00-00:30, sun:23:30-mon:00:10, true",
    "23:30-23:59, sun:23:40-mon:00:10, true",
    "12:00-12:30, sun:23:30-mon:00:30, false"
  })
  void windowOfEveryDayMeetsOneOfAWeekOnThatDay(String daily, String weekly, boolean meets) {
    var maintenance = Window.weekly(weekly).orElseThrow();
    assertThat(Window.daily(daily).orElseThrow().meets(maintenance)).isEqualTo(meets);
  }

  @ParameterizedTest
  @CsvSource({
    "mon:00:00-mon:00:30, 00:30-01:00",
    "sun:23:10-sun:23:40, 23:40-00:10",
    "sun:23:30-mon:01:30, 01:30-02:00"
  })
  void windowAfterOneOfAWeekBeginsWhereThatEnds(String weekly, String after) {
    assertThat(Window.weekly(weekly).orElseThrow().dailyAfter()).isEqualTo(after);
  }
}
