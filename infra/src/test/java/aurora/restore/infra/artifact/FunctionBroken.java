package aurora.restore.infra.artifact;

/** A function of the artifact doesn't do what the same handler does in a test. */
final class FunctionBroken extends AssertionError {
  private static final long serialVersionUID = 1L;

  FunctionBroken(DeployedFunction function, String what, String printed) {
    super("function " + function + " " + what + "; its process printed:\n" + printed);
  }
}
