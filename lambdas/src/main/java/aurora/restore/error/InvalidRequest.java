package aurora.restore.error;

import java.util.List;

/** The input breaks its contract. Nothing was looked up and nothing was made. */
public final class InvalidRequest extends OperatorError {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /** All findings, never the first alone. */
  public InvalidRequest(List<Finding> findings) {
    super(
        "input",
        Finding.counted(findings) + ": " + Finding.listed(findings),
        "mend the keys named and start again");
    this.findings = List.copyOf(findings);
  }

  /** For whoever tells them one by one. */
  public List<Finding> findings() {
    return findings;
  }
}
