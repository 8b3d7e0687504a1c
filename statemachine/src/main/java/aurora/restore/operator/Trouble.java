package aurora.restore.operator;

import aurora.restore.edge.Boundary;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The command can't do what it is asked for; the message says why, for whoever asked. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Trouble(String message) {
    super(message);
  }

  /** What AWS says, or why it couldn't be asked. */
  static String said(SdkException e) {
    return e instanceof AwsServiceException refusal
        ? Boundary.action(refusal) + ": " + Boundary.said(refusal)
        : e.getMessage();
  }
}
