package aurora.restore.asl;

import java.util.List;

/**
 * One entry of {@code Retry}, with the defaults of the Step Functions Developer Guide, "Handling
 * errors in Step Functions workflows", filled in.
 *
 * @param errorEquals error names, matched literally
 * @param intervalSeconds wait before the first retry; 1 by default
 * @param maxAttempts retries, not counting the first try; 3 by default, 0 for none
 * @param backoffRate factor between one wait and the next; 2.0 by default
 * @param maxDelaySeconds longest wait; null where the definition sets no limit
 * @param jitter null where the definition doesn't say, which means {@link Jitter#NONE}
 */
public record Retrier(
    List<String> errorEquals,
    long intervalSeconds,
    long maxAttempts,
    double backoffRate,
    Long maxDelaySeconds,
    Jitter jitter) {

  /** What chance does to a wait. */
  public enum Jitter {
    /** Nothing: the wait is as long as computed. */
    NONE,
    /** A draw between nothing and the computed wait. */
    FULL
  }
}
