package aurora.restore.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.ActivityStreamStatus;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;
import software.amazon.awssdk.services.rds.model.WriteForwardingStatus;

/**
 * What a source cluster has and no restore brings back: an operator sets it up again (Aurora User
 * Guide, "Restoring from a DB cluster snapshot").
 */
final class LeftBehind {
  private LeftBehind() {}

  /** Each as it is to be read in a list; empty where there is nothing. */
  static List<String> of(DBCluster source) {
    var left = new ArrayList<String>();
    if (source.hasAssociatedRoles() && !source.associatedRoles().isEmpty()) {
      left.add("IAM roles " + listed(source.associatedRoles(), DBClusterRole::roleArn));
    }
    if (source.hasDomainMemberships() && !source.domainMemberships().isEmpty()) {
      left.add("Kerberos domain " + listed(source.domainMemberships(), DomainMembership::domain));
    }
    if (isForwarding(source.localWriteForwardingStatusAsString())) {
      left.add("local write forwarding");
    }
    if (Boolean.TRUE.equals(source.globalWriteForwardingRequested())) {
      left.add("global write forwarding");
    }
    if (source.globalClusterIdentifier() != null && !source.globalClusterIdentifier().isBlank()) {
      left.add("membership of global database " + source.globalClusterIdentifier());
    }
    if (source.activityStreamStatus() == ActivityStreamStatus.STARTED) {
      left.add("a database activity stream");
    }
    if (source.hasReadReplicaIdentifiers() && !source.readReplicaIdentifiers().isEmpty()) {
      left.add("replicas " + String.join(", ", source.readReplicaIdentifiers()));
    }
    if (source.hasCustomEndpoints() && !source.customEndpoints().isEmpty()) {
      left.add("custom endpoints " + String.join(", ", source.customEndpoints()));
    }
    return left;
  }

  private static boolean isForwarding(String status) {
    return status != null && !WriteForwardingStatus.DISABLED.toString().equals(status);
  }

  private static <T> String listed(List<T> items, Function<T, String> name) {
    return items.stream().map(name).collect(Collectors.joining(", "));
  }
}
