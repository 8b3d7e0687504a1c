package aurora.restore.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final Instant BEGAN = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant LOOKED = BEGAN.plusSeconds(600);
  private static final Instant NOW = LOOKED.plusSeconds(60);

  @Test
  void whatTheLastLookShowedIsKnown() {
    var step = step(WaitAnswer.pending("copying", 40, 30, LOOKED), null);

    assertThat(step.isKnown(WaitAnswer.pending("copying", 40, 15, NOW))).isTrue();
    assertThat(step.isKnown(WaitAnswer.pending("copying", 41, 30, NOW))).isFalse();
    assertThat(step.isKnown(WaitAnswer.pending("creating", 40, 30, NOW))).isFalse();
    assertThat(step.isKnown(WaitAnswer.ready("copying"))).isFalse();
  }

  @Test
  void nothingIsKnownBeforeTheFirstLook() {
    assertThat(step(null, null).isKnown(WaitAnswer.pending("creating", null, 30, NOW))).isFalse();
    assertThat(step(WaitAnswer.underWay("creating"), null).isKnown(WaitAnswer.underWay("creating")))
        .isFalse();
  }

  @Test
  void whatWasLookedAtBeforeARedriveIsWrittenAnew() {
    var last = WaitAnswer.pending("migrating", null, 30, LOOKED);
    var now = WaitAnswer.pending("migrating", null, 30, NOW);

    assertThat(step(last, LOOKED.plusSeconds(30)).isKnown(now)).isFalse();
    assertThat(step(last, LOOKED.minusSeconds(30)).isKnown(now)).isTrue();
  }

  private static Step step(WaitAnswer last, Instant redriven) {
    var execution =
        new ExecutionContext(
            "arn:aws:states:us-west-2:111122223333:execution:restore:drill-1",
            "drill-1",
            null,
            BEGAN.toString(),
            redriven == null ? 0 : 1,
            redriven == null ? null : redriven.toString());
    return new Step(null, execution, null, BEGAN, BEGAN, last);
  }
}
