package aurora.restore.auditor;

import java.util.Locale;

/**
 * What came of holding evidence against one thing.
 *
 * @param says a sentence for people, with what to do where something can be done
 */
public record Proof(Subject subject, Result result, String says) {
  /** What evidence is held against. */
  public enum Subject {
    /** The document, by its digest. */
    DOCUMENT,
    /** The document, by the deployment's key. */
    SIGNATURE,
    /** The trail, by the document's chain. */
    TRAIL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In the order of what they mean for the whole: the worst last. */
  public enum Result {
    HOLDS("ok"),
    /** There is nothing to hold it against, and nothing says that there should be. */
    ABSENT("none"),
    /** It couldn't be found out. */
    UNKNOWN("UNKNOWN"),
    BROKEN("WRONG");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    /** As people read it. */
    public String word() {
      return word;
    }
  }

  static Proof holds(Subject subject, String says) {
    return new Proof(subject, Result.HOLDS, says);
  }

  static Proof absent(Subject subject, String says) {
    return new Proof(subject, Result.ABSENT, says);
  }

  static Proof unknown(Subject subject, String says) {
    return new Proof(subject, Result.UNKNOWN, says);
  }

  static Proof broken(Subject subject, String says) {
    return new Proof(subject, Result.BROKEN, says);
  }

  /** One line, e.g. {@code ok trail 5 events are as they were}, in columns. */
  public String line() {
    return "%-8s %-10s %s".formatted(result.word(), subject.word(), says);
  }
}
