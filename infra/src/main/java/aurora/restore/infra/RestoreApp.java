package aurora.restore.infra;

import aurora.restore.infra.configuration.ConfigurationFile;
import aurora.restore.infra.configuration.ConfigurationReader;
import aurora.restore.infra.configuration.ConfigurationRefused;
import aurora.restore.infra.configuration.DeploymentRegion;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/**
 * What {@code cdk} runs, in the directory {@code infra}. It alone reads context and environment.
 */
public final class RestoreApp {
  /** Where the CDK's command line tells the app what region it would deploy into. */
  private static final String REGION = "CDK_DEFAULT_REGION";

  private RestoreApp() {}

  /**
   * Synthesises the stack, which fails where cdk-nag finds anything. It isn't bound to an account
   * or a region: those of the caller are used.
   */
  public static void main(String[] arguments) {
    // The traces would be of the CDK's own program, not of this one.
    var app = new App(AppProps.builder().stackTraces(false).build());
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    make(app, Optional.ofNullable(System.getenv(REGION)), Path.of("..", "lambdas"));
    app.synth();
  }

  /**
   * Makes the stack, or where it can't be deployed as it is configured, an empty one that tells
   * why: what is noted in an assembly as an error the command line shows as it is, and goes no
   * further, while an exception would be buried under Maven's account of it.
   *
   * @param lambdas the module's directory
   */
  static void make(App app, Optional<String> region, Path lambdas) {
    var context = app.getNode().tryGetContext(ConfigurationRefused.CONTEXT_KEY);
    try {
      var configuration =
          new ConfigurationReader(ConfigurationFile.resolve(context, Path.of(""))).read();
      var target = region.map(DeploymentRegion::new);
      var stack = new RestoreStack(app, configuration, FunctionsJar.require(lambdas));
      target.stream()
          .flatMap(known -> known.doubts(configuration).stream())
          .forEach(doubt -> Annotations.of(stack).addWarningV2("aurora-restore:region", doubt));
    } catch (ConfigurationRefused e) {
      refuse(app, ConfigurationFile.named(context, e).getMessage());
    }
  }

  /** Under a name of its own: it must never take the place of what is deployed. */
  private static void refuse(App app, String why) {
    var refused =
        new Stack(
            app, RestoreStack.ID, StackProps.builder().stackName("configuration-refused").build());
    Annotations.of(refused).addError(why);
    Validations.of(refused)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::F0001")
                .reason("It is empty so that there is nothing to deploy")
                .build());
  }
}
