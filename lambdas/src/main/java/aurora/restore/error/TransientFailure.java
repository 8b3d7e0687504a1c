package aurora.restore.error;

/** A failure that passes by itself; the one error of ours that is retried. */
public final class TransientFailure extends OperatorError {
  private static final long serialVersionUID = 1L;

  public TransientFailure(String subject, String happened) {
    super(subject, happened, "wait until the service answers again, then redrive");
  }

  public TransientFailure(String subject, String happened, String remedy) {
    super(subject, happened, remedy);
  }
}
