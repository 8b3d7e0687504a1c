package aurora.restore.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aurora.restore.infra.configuration.DeploymentConfiguration;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.sns.Topic;

@ExtendWith(CdkAlone.class)
class NagTest {
  @TempDir private Path directory;

  private App app() {
    var app = new App(AppProps.builder().outdir(directory.toString()).build());
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    return app;
  }

  private void assertWithoutFindings(DeploymentConfiguration configuration) {
    var app = app();
    new RestoreStack(app, configuration, FunctionsJar.require(Path.of("..", "lambdas")));

    assertThatCode(app::synth).doesNotThrowAnyException();
  }

  @Test
  void theDefaultHasNoFindings() {
    assertWithoutFindings(DeploymentConfiguration.DEFAULT);
  }

  @Test
  void aStackWithoutAKeyOfItsOwnHasNoFindings() {
    assertWithoutFindings(Synthesized.AWS_OWNED);
  }

  @Test
  void aStackWithEverythingConfiguredHasNoFindings() {
    assertWithoutFindings(Synthesized.CUSTOMISED);
  }

  @Test
  void aStackOfAnImageHasNoFindings() {
    assertWithoutFindings(Synthesized.IMAGE);
  }

  @Test
  void aTopicThatTakesMessagesWithoutTlsIsFound() throws Exception {
    var app = app();
    Topic.Builder.create(new Stack(app, "Careless"), "Topic").build();

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
    assertThat(directory.resolve("validation-report.json")).content().contains("SNS3");
  }
}
