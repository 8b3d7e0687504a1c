package aurora.restore.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** What {@code cdk} runs, in the directory {@code infra}. It alone reads the context. */
public final class RestoreApp {
  /**
   * The object in the context, in {@code cdk.json}, that configures a deployment, or the name of a
   * file that holds it.
   */
  static final String CONTEXT_KEY = "auroraRestore";

  private RestoreApp() {}

  /**
   * Synthesises the stack, which fails where cdk-nag finds anything. It isn't bound to an account
   * or a region: those of the caller are used.
   *
   * @throws ConfigurationRefused naming everything in the context that can't be used
   */
  public static void main(String[] arguments) {
    var app = new App();
    var context = ConfigurationFile.resolve(app.getNode().tryGetContext(CONTEXT_KEY), Path.of(""));
    var configuration = new ConfigurationReader(context).read();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new RestoreStack(app, configuration, FunctionsJar.require(Path.of("..", "lambdas")));
    app.synth();
  }
}
