package aurora.restore.scale;

import java.time.Duration;
import java.util.Map;

/**
 * What became of a crowd of restores.
 *
 * @param untrue restores whose end isn't what the world, the records or the mails say
 * @param failedAt restores that failed, by the state that they failed at and the error
 * @param median how long one that succeeded took
 * @param whole from the first start to the last end, those of reports included
 * @param calls of AWS's services by functions, refused ones among them
 * @param throttled calls that were refused for their rate, by action
 * @param transitions of all state machines
 * @param runs of functions
 * @param mostRuns that went on at once
 */
public record CrowdFigures(
    int restores,
    int succeeded,
    int untrue,
    Map<String, Long> failedAt,
    Duration median,
    Duration whole,
    long calls,
    Map<String, Long> throttled,
    long transitions,
    long runs,
    int mostRuns) {
  /** Dollars, of the prices in {@code docs/deploy.md}: a transition, a second of 1.73 GB. */
  private static final double TRANSITION = 0.000025;

  private static final double RUN = 0.000023;

  public double callsPerRestore() {
    return (double) calls / restores;
  }

  public double transitionsPerRestore() {
    return (double) transitions / restores;
  }

  /** In dollars, of what the pipeline itself takes. */
  public double pricePerRestore() {
    return (transitions * TRANSITION + runs * RUN) / restores;
  }

  /** Of all calls, in percent. */
  public double throttledPercent() {
    var refused = throttled.values().stream().mapToLong(Long::longValue).sum();
    return 100.0 * refused / calls;
  }

  /** The action that was refused most often; a dash where none was. */
  public String mostThrottled() {
    return most(throttled);
  }

  /** The state and the error that most failed with; a dash where none did. */
  public String mostFailedAt() {
    return most(failedAt);
  }

  private static String most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("-");
  }
}
