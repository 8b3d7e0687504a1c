package aurora.restore.simulation.wire;

import aurora.restore.time.VirtualTime;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's own retry strategies, with the same attempts, conditions and token buckets, whose
 * delays pass in virtual time and take none in real time. The delays are those of AWS SDK for Java
 * 2.41, but for their jitter, which is drawn from the seed. Each strategy has a token bucket of its
 * own, so make one per client, as the SDK does.
 */
public final class VirtualRetries {
  private static final int MAX_BACKOFF_MILLIS = 20_000;
  private static final int BASE_MILLIS = 100;
  private static final int DYNAMODB_ATTEMPTS = 9;
  private static final int DYNAMODB_BASE_MILLIS = 25;

  private final VirtualTime time;
  private final RandomGenerator random;

  public VirtualRetries(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** What a client has that is told nothing: the legacy mode, 4 attempts. */
  public RetryStrategy standard() {
    return of(RetryMode.LEGACY);
  }

  /** What a DynamoDB client has that is told nothing: the legacy mode, 9 attempts. */
  public RetryStrategy dynamoDb() {
    return dynamoDb(RetryMode.LEGACY);
  }

  /**
   * @throws IllegalArgumentException for the adaptive modes, whose rate limiter knows real time
   *     only
   */
  public RetryStrategy of(RetryMode mode) {
    return builder(mode)
        .backoffStrategy(passing(BASE_MILLIS, this::anything))
        .throttlingBackoffStrategy(throttled(mode))
        .build();
  }

  /** As {@link #of}, with the attempts and the shorter delays of DynamoDB. */
  public RetryStrategy dynamoDb(RetryMode mode) {
    return builder(mode)
        .maxAttempts(DYNAMODB_ATTEMPTS)
        .backoffStrategy(passing(DYNAMODB_BASE_MILLIS, this::anything))
        .throttlingBackoffStrategy(throttled(mode))
        .build();
  }

  private static RetryStrategy.Builder<?, ?> builder(RetryMode mode) {
    return AwsRetryStrategy.forRetryMode(mode).toBuilder();
  }

  private BackoffStrategy throttled(RetryMode mode) {
    return switch (mode) {
      case LEGACY -> passing(500, this::upperHalf);
      case STANDARD -> passing(1000, this::anything);
      case ADAPTIVE, ADAPTIVE_V2 ->
          throw new IllegalArgumentException("retry mode " + mode + " can't run in virtual time");
    };
  }

  /** Doubles from the second attempt on; the first one waits for nothing. */
  private BackoffStrategy passing(int baseMillis, IntUnaryOperator jitter) {
    return attempt -> {
      if (attempt > 1) {
        var doubled = (long) baseMillis << Math.min(attempt - 2, 20);
        var most = (int) Math.min(doubled, MAX_BACKOFF_MILLIS);
        time.spend(Duration.ofMillis(jitter.applyAsInt(most)));
      }
      return Duration.ZERO;
    };
  }

  private int anything(int mostMillis) {
    return random.nextInt(mostMillis);
  }

  private int upperHalf(int mostMillis) {
    return mostMillis / 2 + random.nextInt(mostMillis / 2 + 1);
  }
}
