package aurora.restore.infra.configuration;

import java.util.List;

/** The configuration can't be deployed. Tells everything that is wrong with it, not just one. */
public final class ConfigurationRefused extends IllegalArgumentException {
  /**
   * The object in the context, in {@code cdk.json}, that configures a deployment, or the name of a
   * file that holds it.
   */
  public static final String CONTEXT_KEY = "auroraRestore";

  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  ConfigurationRefused(List<String> findings) {
    this(CONTEXT_KEY + " in cdk.json", findings);
  }

  private ConfigurationRefused(String what, List<String> findings) {
    super(what + " can't be deployed:\n  - " + String.join("\n  - ", findings));
    this.findings = List.copyOf(findings);
  }

  /**
   * The same of a configuration that isn't in {@code cdk.json} itself.
   *
   * @param file what the context names, as it is spelled there
   */
  ConfigurationRefused in(String file) {
    var named = new ConfigurationRefused(CONTEXT_KEY + " in the file \"" + file + '"', findings);
    named.initCause(this);
    return named;
  }

  /** Each begins with the key that it is about, e.g. {@code logRetentionDays is 17, …}. */
  public List<String> findings() {
    return findings;
  }
}
