package aurora.restore.infra.permission;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * On whose behalf services are trusted: that of the stack's own account. It keeps a service that
 * another account has confused from using the role, the key or the topic (IAM User Guide, "The
 * confused deputy problem").
 */
public final class Trust {
  private Trust() {}

  /**
   * Who may take on a role.
   *
   * @param service e.g. {@code states.amazonaws.com}
   */
  public static IPrincipal in(String service, Arns arns) {
    return ServicePrincipal.Builder.create(service).conditions(account(arns)).build();
  }

  public static Map<String, Object> account(Arns arns) {
    return Map.of("StringEquals", Map.of("aws:SourceAccount", arns.account()));
  }

  /**
   * As alarms call (CloudWatch User Guide, "Notifying users on alarm changes"). Their names are
   * ASCII, without which the guide leaves the ARN out.
   */
  public static Map<String, Object> alarms(Arns arns) {
    var conditions = new TreeMap<>(account(arns)); // in the same order at each synth
    conditions.put("ArnLike", Map.of("aws:SourceArn", arns.alarms()));
    return conditions;
  }
}
