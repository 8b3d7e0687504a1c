package aurora.restore.trial.invariant;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.rds.RdsKind;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** What a call of RDS is about. */
public record Target(Act act, RdsKind kind, String arn, String id) {
  /** What becomes of it. */
  public enum Act {
    MAKES,
    CHANGES,
    DELETES
  }

  private enum Call {
    COPY("CopyDBClusterSnapshot", Act.MAKES, RdsKind.CLUSTER_SNAPSHOT),
    SNAPSHOT("CreateDBClusterSnapshot", Act.MAKES, RdsKind.CLUSTER_SNAPSHOT),
    RESTORE("RestoreDBClusterFromSnapshot", Act.MAKES, RdsKind.CLUSTER),
    INSTANCE("CreateDBInstance", Act.MAKES, RdsKind.INSTANCE),
    SUBNET_GROUP("CreateDBSubnetGroup", Act.MAKES, RdsKind.SUBNET_GROUP),
    MODIFY_CLUSTER("ModifyDBCluster", Act.CHANGES, RdsKind.CLUSTER),
    DATA_API("EnableHttpEndpoint", Act.CHANGES, RdsKind.CLUSTER),
    MODIFY_INSTANCE("ModifyDBInstance", Act.CHANGES, RdsKind.INSTANCE),
    DELETE_SNAPSHOT("DeleteDBClusterSnapshot", Act.DELETES, RdsKind.CLUSTER_SNAPSHOT),
    DELETE_CLUSTER("DeleteDBCluster", Act.DELETES, RdsKind.CLUSTER),
    DELETE_INSTANCE("DeleteDBInstance", Act.DELETES, RdsKind.INSTANCE),
    DELETE_SUBNET_GROUP("DeleteDBSubnetGroup", Act.DELETES, RdsKind.SUBNET_GROUP);

    private final String operation;
    private final Act act;
    private final RdsKind kind;

    Call(String operation, Act act, RdsKind kind) {
      this.operation = operation;
      this.act = act;
      this.kind = kind;
    }

    private String member() {
      return switch (this) {
        case COPY -> "TargetDBClusterSnapshotIdentifier";
        case SNAPSHOT, DELETE_SNAPSHOT -> "DBClusterSnapshotIdentifier";
        case RESTORE, MODIFY_CLUSTER, DELETE_CLUSTER -> "DBClusterIdentifier";
        case INSTANCE, MODIFY_INSTANCE, DELETE_INSTANCE -> "DBInstanceIdentifier";
        case SUBNET_GROUP, DELETE_SUBNET_GROUP -> "DBSubnetGroupName";
        case DATA_API -> "ResourceArn";
      };
    }
  }

  /**
   * Empty where the call only looks.
   *
   * @throws IllegalArgumentException for a call that changes something and isn't known here
   */
  static Optional<Target> of(Caller caller, String operation, SdkPojo request) {
    if (operation.startsWith("Describe") || operation.startsWith("List")) {
      return Optional.empty();
    }
    for (var call : Call.values()) {
      if (call.operation.equals(operation)) {
        return Optional.of(target(call, caller, member(request, call.member())));
      }
    }
    throw new IllegalArgumentException("what " + operation + " changes isn't known");
  }

  private static Target target(Call call, Caller caller, String named) {
    var id = named.substring(named.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    var arn =
        "arn:aws:rds:%s:%s:%s:%s"
            .formatted(caller.region(), caller.account(), call.kind.arnType(), id);
    return new Target(call.act, call.kind, arn, id);
  }

  /** A text that a request holds; null where it holds none of that name. */
  static String member(SdkPojo request, String name) {
    return request.sdkFields().stream()
        .filter(field -> field.locationName().equals(name))
        .map(field -> (String) field.getValueOrDefault(request))
        .findFirst()
        .orElse(null);
  }
}
