package aurora.restore.infra;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** What {@code cdk} runs, in the directory {@code infra}. It alone reads the context. */
public final class RestoreApp {
  /** The object in the context, in {@code cdk.json}, that configures a deployment. */
  static final String CONTEXT_KEY = "auroraRestore";

  private RestoreApp() {}

  /**
   * Synthesises the stack. It isn't bound to an account or a region: those of the caller are used.
   *
   * @throws ConfigurationRefused naming everything in the context that can't be used
   */
  public static void main(String[] arguments) {
    var app = new App();
    var configuration = new ConfigurationReader(app.getNode().tryGetContext(CONTEXT_KEY)).read();
    new RestoreStack(app, configuration, FunctionsJar.require(Path.of("..", "lambdas")));
    app.synth();
  }
}
