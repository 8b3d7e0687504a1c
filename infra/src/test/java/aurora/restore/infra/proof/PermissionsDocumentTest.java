package aurora.restore.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import aurora.restore.house.Golden;
import aurora.restore.infra.Synthesized;
import aurora.restore.infra.configuration.DeploymentConfiguration;
import org.junit.jupiter.api.Test;

class PermissionsDocumentTest {
  private static final String CHECK_SECRET = Synthesized.IN_VPC.checkSecrets().getFirst();

  private final Deployment plain =
      Deployment.of(Synthesized.awsOwned(), Synthesized.AWS_OWNED.name());
  private final Deployment withKey =
      Deployment.of(Synthesized.shipped(), DeploymentConfiguration.DEFAULT.name());

  private final Deployment inVpc = Deployment.of(Synthesized.inVpc(), Synthesized.IN_VPC.name());

  @Test
  void permissionsAreDocumentedAsTheTemplateHasThem() {
    Golden.whole("docs/permissions.md", new PermissionsDocument(plain, withKey, inVpc).markdown());
  }

  /** So that what is proven of the one that allows most is true of the others. */
  @Test
  void aKeyAVpcARoleForMonitoringASecretAndEvidenceAddWhatTheyNeedAndNoMore() {
    for (var function : plain.functions()) {
      assertThat(withKey.shown(function))
          .filteredOn(statement -> !statement.resources().contains("<key>"))
          .containsExactlyElementsOf(plain.shown(function));
      assertThat(inVpc.shown(function))
          .filteredOn(statement -> !statement.actions().contains("ec2:CreateNetworkInterface"))
          .filteredOn(statement -> !statement.actions().contains("iam:PassRole"))
          .filteredOn(statement -> !statement.resources().contains(CHECK_SECRET))
          .filteredOn(statement -> !statement.actions().contains("kms:Sign"))
          .filteredOn(statement -> !statement.actions().contains("s3:PutObject"))
          .containsExactlyElementsOf(withKey.shown(function));
    }
  }
}
