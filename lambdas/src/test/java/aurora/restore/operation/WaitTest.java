package aurora.restore.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static final Instant BEGAN = Instant.parse("2026-11-23T03:00:00Z");
  private static final int HOURS = 24;

  @Test
  void pausesGrowFromHalfAMinuteToFive() {
    assertThat(after(Duration.ZERO).pauseSeconds(null)).isEqualTo(30);
    assertThat(after(Duration.ofMinutes(10)).pauseSeconds(null)).isEqualTo(30);
    assertThat(after(Duration.ofMinutes(40)).pauseSeconds(null)).isEqualTo(120);
    assertThat(after(Duration.ofHours(5)).pauseSeconds(null)).isEqualTo(300);
  }

  @Test
  void theLastPauseEndsJustAfterTheDeadline() {
    var wait = after(Duration.ofHours(HOURS).minusSeconds(7));

    assertThat(wait.isOver()).isFalse();
    assertThat(wait.pauseSeconds(null)).isEqualTo(8);
  }

  @Test
  void theDeadlineItselfIsOver() {
    assertThat(after(Duration.ofHours(HOURS)).isOver()).isTrue();
  }

  @Test
  void aRedriveBeginsTheWaitAnew() {
    var redriven = BEGAN.plus(Duration.ofHours(30));
    var wait = Wait.of(BEGAN, execution(redriven), HOURS, redriven.plusSeconds(60));

    assertThat(wait.isOver()).isFalse();
    assertThat(wait.waitedInWords()).isEqualTo("0 h 1 min");
  }

  @Test
  void aPhaseThatBeganAfterTheRedriveCountsFromItsOwnBeginning() {
    var wait =
        Wait.of(
            BEGAN,
            execution(BEGAN.minus(Duration.ofHours(9))),
            HOURS,
            BEGAN.plus(Duration.ofHours(2)));

    assertThat(wait.waited()).isEqualTo(Duration.ofHours(2));
  }

  private static Wait after(Duration waited) {
    return Wait.of(BEGAN, execution(null), HOURS, BEGAN.plus(waited));
  }

  private static ExecutionContext execution(Instant redriven) {
    return new ExecutionContext(
        "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1",
        "drill-1",
        null,
        BEGAN.toString(),
        redriven == null ? 0 : 1,
        redriven == null ? null : redriven.toString());
  }
}
