package aurora.restore.asl;

/**
 * A definition that can't be read. The message begins with the place, e.g. {@code
 * States.Plan.Next}.
 */
public final class AslException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  public AslException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** Where it is wrong, as a dotted path; empty for the definition as a whole. */
  public String path() {
    return path;
  }

  /** What is wrong there. */
  public String problem() {
    return problem;
  }
}
