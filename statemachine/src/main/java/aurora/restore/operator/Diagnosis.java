package aurora.restore.operator;

/**
 * What the doctor says of one thing.
 *
 * @param subject what was looked at, e.g. {@code topic}
 * @param says what is there; where it is wrong, what to do
 */
record Diagnosis(Level level, String subject, String says) {
  enum Level {
    WELL("ok"),
    /** Stops no restore, but somebody should know. */
    NOTE("note"),
    /** Would stop a restore, or keep its operators from hearing of it. */
    WRONG("WRONG");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Diagnosis well(String subject, String says) {
    return new Diagnosis(Level.WELL, subject, says);
  }

  static Diagnosis note(String subject, String says) {
    return new Diagnosis(Level.NOTE, subject, says);
  }

  static Diagnosis wrong(String subject, String says) {
    return new Diagnosis(Level.WRONG, subject, says);
  }

  String line() {
    return "%-6s %-12s %s".formatted(level.word, subject, says);
  }
}
