package aurora.restore.infra;

import java.util.List;

/** The configuration can't be deployed. Tells everything that is wrong with it, not just one. */
public final class ConfigurationRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  ConfigurationRefused(List<String> findings) {
    super(
        RestoreApp.CONTEXT_KEY
            + " in cdk.json can't be deployed:\n  - "
            + String.join("\n  - ", findings));
    this.findings = List.copyOf(findings);
  }

  /** Each begins with the key that it is about, e.g. {@code logRetentionDays is 17, …}. */
  public List<String> findings() {
    return findings;
  }
}
