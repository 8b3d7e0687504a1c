package aurora.restore.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TempoTest {
  private static final Instant START = Instant.parse("2026-11-26T20:00:00Z");

  private final AtomicLong nanos = new AtomicLong(5);

  @Test
  void aSecondIsAMinuteAtSixty() {
    var tempo = Tempo.from(START, 60, nanos::get);

    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(tempo.present()).isEqualTo(START.plusSeconds(120));
  }

  @Test
  void whatIsDueInAMinuteIsWaitedForASecond() {
    var tempo = Tempo.from(START, 60, nanos::get);

    assertThat(tempo.until(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
    assertThat(tempo.until(START.minusSeconds(60))).isZero();
  }
}
