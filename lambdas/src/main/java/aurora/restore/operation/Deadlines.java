package aurora.restore.operation;

/** How long each phase may take, in hours, counted from its beginning or from a redrive. */
public record Deadlines(int copyHours, int restoreHours, int instanceHours) {
  /** Those of an input that names none. */
  public static final Deadlines DEFAULT = new Deadlines(24, 6, 2);
}
