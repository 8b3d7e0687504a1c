package aurora.restore.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Golden;
import aurora.restore.infra.Synthesized;
import org.junit.jupiter.api.Test;

class PermissionsDocumentTest {
  private final Deployment plain =
      Deployment.of(Synthesized.awsOwned(), Synthesized.WITH_KEY.name());
  private final Deployment withKey =
      Deployment.of(Synthesized.withKey(), Synthesized.WITH_KEY.name());

  @Test
  void permissionsAreDocumentedAsTheTemplateHasThem() {
    Golden.whole("docs/permissions.md", new PermissionsDocument(plain, withKey).markdown());
  }

  /** So that what is proven of the one is true of the other. */
  @Test
  void withoutAKeyOfItsOwnADeploymentAllowsTheSameButItsUse() {
    for (var function : plain.functions()) {
      assertThat(withKey.shown(function))
          .filteredOn(statement -> !statement.resources().contains("<key>"))
          .containsExactlyElementsOf(plain.shown(function));
    }
  }
}
