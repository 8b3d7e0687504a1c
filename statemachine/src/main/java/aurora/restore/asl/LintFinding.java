package aurora.restore.asl;

/**
 * Something wrong with a definition.
 *
 * @param path where, e.g. {@code States.Copy Snapshot.Retry[0]}
 * @param message what is wrong, and how to mend it
 */
public record LintFinding(Severity severity, String path, String message) {
  @Override
  public String toString() {
    return severity + " " + path + ": " + message;
  }
}
