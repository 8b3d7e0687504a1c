package aurora.restore.infra;

import java.util.Map;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** Who may take on a role: a service, and only on behalf of the stack's own account. */
final class Trust {
  private Trust() {}

  /**
   * The account keeps a service that another account has confused from using the role (IAM User
   * Guide, "The confused deputy problem").
   *
   * @param service e.g. {@code states.amazonaws.com}
   */
  static IPrincipal in(String service, Arns arns) {
    return ServicePrincipal.Builder.create(service)
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", arns.account())))
        .build();
  }
}
