package aurora.restore.operation;

/**
 * What a look at something answers, for the state machine to wait by. Whatever is broken for good
 * is thrown instead.
 *
 * @param status {@code PENDING} or {@code READY}: what the machine's question reads
 * @param observed what RDS said, e.g. {@code copying}
 * @param percent how far it is; null where RDS doesn't say
 * @param pauseSeconds how long to wait before the next look; 0 when ready
 */
public record Look(String status, String observed, Integer percent, long pauseSeconds) {
  private static final String READY = "READY";
  private static final String PENDING = "PENDING";

  public static Look ready(String observed) {
    return new Look(READY, observed, 100, 0);
  }

  /** What was asked for is under way: to go on with waiting for it. */
  public static Look underWay(String observed) {
    return new Look(READY, observed, null, 0);
  }

  public boolean isReady() {
    return READY.equals(status);
  }

  public static Look pending(String observed, Integer percent, long pauseSeconds) {
    return new Look(PENDING, observed, percent, pauseSeconds);
  }
}
