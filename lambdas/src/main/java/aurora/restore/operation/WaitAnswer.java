package aurora.restore.operation;

import aurora.restore.telemetry.Loggable;
import java.time.Instant;
import java.util.Objects;

/**
 * What a look at something answers, for the state machine to wait by. Whatever is broken for good
 * is thrown instead.
 *
 * @param status {@code PENDING}, {@code READY} or {@code AGAIN}: what the machine's question reads
 * @param observed what RDS said, e.g. {@code copying}
 * @param percent how far it is; null where RDS doesn't say
 * @param pauseSeconds how long to wait before the next look; 0 when ready
 * @param at when it was looked, if it is to be looked again; else null
 */
public record WaitAnswer(
    String status, String observed, Integer percent, long pauseSeconds, Instant at)
    implements Loggable {

  @Override
  public String summary() {
    var far = percent == null || isReady() ? "" : ", " + percent + " %";
    var next = pauseSeconds == 0 ? "" : ", next look in " + pauseSeconds + " s";
    return status + ": " + observed + far + next;
  }

  private static final String READY = "READY";
  private static final String PENDING = "PENDING";
  private static final String AGAIN = "AGAIN";

  public static WaitAnswer ready(String observed) {
    return new WaitAnswer(READY, observed, 100, 0, null);
  }

  /** What was asked for is under way: to go on with waiting for it. */
  public static WaitAnswer underWay(String observed) {
    return new WaitAnswer(READY, observed, null, 0, null);
  }

  public boolean isReady() {
    return READY.equals(status);
  }

  /** What was waited for is lost and has to be asked for anew. */
  public static WaitAnswer again(String observed) {
    return new WaitAnswer(AGAIN, observed, null, 0, null);
  }

  public static WaitAnswer pending(
      String observed, Integer percent, long pauseSeconds, Instant at) {
    return new WaitAnswer(PENDING, observed, percent, pauseSeconds, at);
  }

  /** Whether both show the same. */
  boolean shows(WaitAnswer other) {
    return status.equals(other.status)
        && observed.equals(other.observed)
        && Objects.equals(percent, other.percent);
  }
}
