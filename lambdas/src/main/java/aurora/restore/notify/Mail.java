package aurora.restore.notify;

import java.time.Duration;

/**
 * A message as an operator reads it in an e-mail: what, where, how long, what next.
 *
 * @param operationId null where it is about no operation, or about several
 * @param subject 99 ASCII characters at most (SNS API Reference, Publish)
 * @param step the state that it tells of
 */
public record Mail(
    String operationId, String event, Severity severity, String step, String subject, String body) {
  private static final int LONGEST_SUBJECT = 99;

  /** What subscriptions that wake people filter by. */
  public enum Severity {
    INFO,
    ERROR
  }

  public Mail {
    var plain = subject.replaceAll("[^\\x20-\\x7e]", "?");
    subject = plain.length() <= LONGEST_SUBJECT ? plain : plain.substring(0, LONGEST_SUBJECT);
  }

  /** A subject that loses letters of its name alone where it is too long. */
  static String subject(String before, String name, String after) {
    var room = Math.max(0, LONGEST_SUBJECT - before.length() - after.length());
    return before + (name.length() <= room ? name : name.substring(0, room)) + after;
  }

  /** For people, to the second: {@code 1 h 4 min 12 s}. */
  static String words(Duration duration) {
    var hours = duration.toHours() > 0 ? duration.toHours() + " h " : "";
    return hours + duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
  }
}
