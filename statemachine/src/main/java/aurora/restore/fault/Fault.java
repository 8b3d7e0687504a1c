package aurora.restore.fault;

/**
 * Something that can go wrong.
 *
 * @param name in kebab-case, e.g. {@code copy-fails}
 * @param sentence what goes wrong
 * @param argument what it is told beside its name
 * @param way how it goes wrong, and how it is mended
 */
public record Fault(String name, String sentence, Argument argument, Way way) {
  /** How a fault goes wrong in a world. */
  @FunctionalInterface
  interface Way {
    /**
     * Lets the fault loose before the execution starts, or prepares it for its moment.
     *
     * @param argument null for a fault without one
     * @return what mends it, as the operator would whom the report tells the remedy
     */
    Runnable begin(Stage stage, String argument);
  }

  static Fault of(String name, String sentence, Way way) {
    return new Fault(name, sentence, Argument.NONE, way);
  }

  /** Its name and what may follow: {@code crash-before=FUNCTION}. */
  public String usage() {
    return name + argument.usage();
  }
}
