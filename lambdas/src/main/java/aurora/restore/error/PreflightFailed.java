package aurora.restore.error;

import java.util.List;

/** The input is well-formed, but what it names can't be restored as asked. Nothing was made. */
public final class PreflightFailed extends OperatorError {
  private static final long serialVersionUID = 1L;

  /** All findings, never the first alone. */
  public PreflightFailed(List<Finding> findings) {
    super(
        "preflight",
        Finding.counted(findings) + ": " + Finding.listed(findings),
        "mend what is named and start again");
  }
}
