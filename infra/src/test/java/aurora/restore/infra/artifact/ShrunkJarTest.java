package aurora.restore.infra.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.infra.Synthesized;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is deployed has all that it needs and little else. That it works, {@link ArtifactTest}
 * shows.
 */
class ShrunkJarTest {
  private static final int MOST_BYTES = 10_000_000;

  @Test
  void theJarIsSmall() throws Exception {
    assertThat(Files.size(Synthesized.jar())).isLessThanOrEqualTo(MOST_BYTES);
  }

  /** The SDK looks for its other HTTP client, and does without where there is none. */
  @Test
  void noClassNeedsWhatIsNotThere() throws Exception {
    var links = Links.of(Synthesized.jar());

    assertThat(links.classes()).isGreaterThan(1000);
    assertThat(links.broken())
        .filteredOn(broken -> !broken.contains(" needs software/amazon/awssdk/crt"))
        .isEmpty();
  }

  @Test
  void aClassThatIsLeftOutIsMissed(@TempDir Path directory) throws Exception {
    var missing = "software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest";
    var task = Task.without(missing, Synthesized.jar(), directory);

    assertThat(Links.of(task.directory().resolve("lib").resolve("functions.jar")).broken())
        .contains("aurora/restore/plan/NetworkChecks needs " + missing.replace('.', '/'));
  }
}
