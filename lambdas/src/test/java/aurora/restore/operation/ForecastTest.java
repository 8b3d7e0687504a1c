package aurora.restore.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  private static final Instant BEGAN = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant ASKED = BEGAN.plusSeconds(3);

  @ParameterizedTest
  @CsvSource({"COPY, 120", "CLUSTER, 180", "INSTANCE, 180", "SETTINGS, 30"})
  void firstLookComesWhenItMayBeReadyAtTheSoonest(Awaited awaited, long seconds) {
    assertThat(pause(awaited, null, 0, null)).isEqualTo(seconds);
  }

  @Test
  void twoPercentagesForetellTheEnd() {
    var last = copying(20, 400);

    assertThat(pause(Awaited.COPY, last, 800, 41))
        .as("at least 18 s a percent, 58 to go, nine tenths of that, and no longer than waited")
        .isEqualTo(800);
    assertThat(pause(Awaited.COPY, copying(60, 1_000), 1_400, 81)).isEqualTo(295);
  }

  @Test
  void closeToTheEndAPauseIsAHundredthOfTheTimeWaited() {
    assertThat(pause(Awaited.COPY, copying(90, 3_000), 3_300, 99)).isEqualTo(33);
    assertThat(pause(Awaited.COPY, copying(99, 3_300), 3_333, 100)).isEqualTo(33);
  }

  @Test
  void whatHasJustBegunToMoveIsLookedAtAgainAsSoonAsItBegan() {
    assertThat(pause(Awaited.COPY, copying(0, 1_000), 1_100, 1)).isEqualTo(100);
  }

  @Test
  void whatStandsStillMayJump() {
    assertThat(pause(Awaited.COPY, copying(40, 1_000), 1_200, 40)).isEqualTo(300);
  }

  @Test
  void queuedCopyIsLookedAtByATenthOfTheTimeWaited() {
    assertThat(pause(Awaited.COPY, copying(0, 1_000), 2_000, 0)).isEqualTo(200);
    assertThat(pause(Awaited.COPY, copying(0, 7_000), 7_200, 0)).isEqualTo(300);
  }

  @Test
  void noPercentageIsOlderThanAQuarterOfAnHour() {
    assertThat(pause(Awaited.COPY, copying(20, 30_000), 31_000, 21)).isEqualTo(900);
  }

  @Test
  void withoutAPercentagePausesArePartOfTheWholeRestore() {
    var asked = BEGAN.plus(Duration.ofMinutes(31));
    var now = BEGAN.plus(Duration.ofMinutes(35));

    assertThat(new Forecast(Awaited.INSTANCE, null, BEGAN, asked, null, now).seconds(null))
        .isEqualTo(30);
    assertThat(new Forecast(Awaited.CLUSTER, null, BEGAN, asked, null, now).seconds(null))
        .isEqualTo(25);
  }

  @Test
  void whatTookLongOfLateIsLeftAloneForThreeQuartersOfThatButIsLookedAtEveryFiveMinutes() {
    assertThat(pauseForCluster(1_200, 0)).isEqualTo(300);
    assertThat(pauseForCluster(1_200, 700)).isEqualTo(200);
    assertThat(pauseForCluster(1_200, 890)).isEqualTo(15);
    assertThat(pauseForCluster(1_200, 900)).isEqualTo(pause(Awaited.CLUSTER, null, 900, null));
    assertThat(pauseForCluster(60, 0)).isEqualTo(pause(Awaited.CLUSTER, null, 0, null));
  }

  private static long pauseForCluster(long usual, long waited) {
    var now = ASKED.plusSeconds(waited);
    return new Forecast(Awaited.CLUSTER, usual, BEGAN, ASKED, null, now).seconds(null);
  }

  @Test
  void whatIsOverdueIsLookedAtLessOften() {
    assertThat(pause(Awaited.INSTANCE, null, 300, null)).isEqualTo(15);
    assertThat(pause(Awaited.INSTANCE, null, 1_720, null)).isEqualTo(64);
    assertThat(pause(Awaited.INSTANCE, null, 7_000, null)).isEqualTo(300);
    assertThat(pause(Awaited.CLUSTER, null, 7_000, null)).isEqualTo(300);
  }

  @Test
  void anOlderDefinitionTellsNoLastLook() {
    assertThat(pause(Awaited.COPY, null, 600, 50)).isEqualTo(519);
  }

  private static long pause(Awaited awaited, WaitAnswer last, long waited, Integer percent) {
    return new Forecast(awaited, null, BEGAN, ASKED, last, ASKED.plusSeconds(waited))
        .seconds(percent);
  }

  private static WaitAnswer copying(int percent, long waited) {
    return WaitAnswer.pending("copying", percent, 30, ASKED.plusSeconds(waited));
  }
}
