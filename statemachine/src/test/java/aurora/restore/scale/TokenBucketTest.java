package aurora.restore.scale;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.scale.TokenBucket.Rate;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final TokenBucket bucket = new TokenBucket(new Rate(100, 20), NOON);

  private long taken(int wanted, Instant at) {
    return IntStream.range(0, wanted).filter(call -> bucket.take(at)).count();
  }

  @Test
  void itHoldsItsSizeAtOnceAndFillsByTheSecond() {
    assertThat(taken(150, NOON)).isEqualTo(100);
    assertThat(taken(150, NOON.plusSeconds(1))).isEqualTo(20);
    assertThat(taken(150, NOON.plusMillis(1_500))).isEqualTo(10);
  }

  @Test
  void itNeverHoldsMoreThanItsSize() {
    assertThat(taken(150, NOON.plusSeconds(3_600))).isEqualTo(100);
  }

  @Test
  void aCallOfAnEarlierInstantFillsNothing() {
    assertThat(taken(100, NOON.plusSeconds(10))).isEqualTo(100);
    assertThat(taken(1, NOON)).isZero();
    assertThat(taken(150, NOON.plusSeconds(11))).isEqualTo(20);
  }
}
