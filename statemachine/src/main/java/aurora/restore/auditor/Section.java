package aurora.restore.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A part of what is shown, however it is shown: rows with a name in front. */
record Section(String heading, List<Row> rows) {
  /** How a row is to be taken. */
  enum Mood {
    PLAIN,
    GOOD,
    BAD
  }

  /**
   * @param name empty: the value stands for itself
   */
  record Row(String name, String value, Mood mood) {}

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Collects rows, and leaves out what isn't known. */
  static final class Rows {
    private final String heading;
    private final List<Row> rows = new ArrayList<>();

    Rows(String heading) {
      this.heading = heading;
    }

    Rows of(String name, Object value) {
      return of(name, value, Mood.PLAIN);
    }

    Rows of(String name, Object value, Mood mood) {
      if (value != null && !value.toString().isEmpty()) {
        rows.add(new Row(Objects.toString(name, "?"), value.toString(), mood));
      }
      return this;
    }

    /** A truth in a word; nothing where it isn't known. */
    Rows whether(String name, Boolean truth) {
      return truth == null ? this : of(name, truth ? "yes" : "no");
    }

    Section section() {
      return new Section(heading, List.copyOf(rows));
    }
  }
}
