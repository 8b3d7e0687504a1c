package aurora.restore.simulation.dynamodb;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * When time to live takes an item away: up to two days after the time that it says. Until then it
 * is read as before (DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB": within a few
 * days).
 */
@FunctionalInterface
interface Expiry {
  /** Nothing is ever taken away. */
  Expiry NEVER = (item, now) -> Instant.MAX;

  /** {@link Instant#MAX}: it stays. */
  Instant goneAt(Map<String, AttributeValue> item, Instant now);

  /**
   * @param attribute seconds since 1970; what isn't a number there, or lies more than five years
   *     back, doesn't count
   */
  static Expiry by(String attribute, RandomGenerator random) {
    return (item, now) -> {
      var value = item.get(attribute);
      if (value == null || value.n() == null) {
        return Instant.MAX;
      }
      var seconds = new BigDecimal(value.n()).toBigInteger();
      var oldest = now.minus(Duration.ofDays(5 * 365)).getEpochSecond();
      if (seconds.bitLength() > 40 || seconds.longValueExact() < oldest) {
        return Instant.MAX;
      }
      var due = Instant.ofEpochSecond(seconds.longValueExact());
      var late = Duration.ofSeconds(random.nextLong(Duration.ofDays(2).toSeconds()));
      return (due.isBefore(now) ? now : due).plus(late);
    };
  }
}
