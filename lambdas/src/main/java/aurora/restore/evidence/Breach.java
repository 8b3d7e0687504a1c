package aurora.restore.evidence;

/**
 * A place where a trail isn't what evidence says that it was.
 *
 * @param entry the row's sort key; of a list that was cut the last one that it names, empty where
 *     it names none
 */
public record Breach(Kind kind, String entry) {
  /** What has become of the row. */
  public enum Kind {
    /** It is there and says something else. */
    ALTERED("was altered"),
    /** It isn't there any more. */
    REMOVED("is gone"),
    /** It is there, before the evidence was written, and the evidence doesn't know it. */
    INSERTED("wasn't there when the evidence was written"),
    /** It is told at another place than its time says. */
    MOVED("stands at another place"),
    /** The evidence's own list ends elsewhere than its last link says. */
    CUT("isn't the last one: the evidence's list was cut");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A sentence, e.g. {@code row 2026-11-26T09:00:00.000Z#STARTED was altered}. */
  public String words() {
    return (entry.isEmpty() ? "the trail's beginning " : "row " + entry + " ") + kind.words;
  }
}
