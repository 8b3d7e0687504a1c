package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.CREATE_INSTANCE;
import static aurora.restore.machine.HandlerFunction.RESTORE_CLUSTER;
import static aurora.restore.machine.HandlerFunction.VERIFY_RESTORE;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.wire.HttpCall;
import java.util.List;
import java.util.function.Function;

/**
 * Defects of two places at once: something isn't passed on, and the verification doesn't see it.
 */
final class VerificationDefects {
  private VerificationDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "retention-not-verified",
            "The verification doesn't compare the backup retention.",
            Alteration.seen(
                (call, reply, payload) ->
                    Text.element(
                        reply,
                        "BackupRetentionPeriod",
                        payload.at("/plan/cluster/backup_retention_days").asText("7")),
                VERIFY_RESTORE)),
        new Defect(
            "protection-not-verified",
            "The verification doesn't compare the deletion protection.",
            Alteration.seen(
                (call, reply, payload) ->
                    Text.element(
                        reply,
                        "DeletionProtection",
                        payload.at("/plan/cluster/deletion_protection").asText("false")),
                VERIFY_RESTORE)),
        blind("port", RESTORE_CLUSTER, "Port", "/plan/cluster/port", "Port"),
        blind(
            "instance-class",
            CREATE_INSTANCE,
            "DBInstanceClass",
            "/plan/writer/instance_class",
            call -> call.with("DBInstanceClass", "db.r6g.large"),
            "DBInstanceClass"),
        blind(
            "iam-authentication",
            RESTORE_CLUSTER,
            "IAMDatabaseAuthenticationEnabled",
            "/plan/cluster/iam_authentication",
            call -> call.with("EnableIAMDatabaseAuthentication", "false"),
            "EnableIAMDatabaseAuthentication"),
        blind(
            "public",
            CREATE_INSTANCE,
            "PubliclyAccessible",
            "/nowhere",
            call -> call.with("PubliclyAccessible", "true"),
            "PubliclyAccessible"),
        blind(
            "cluster-parameter-group",
            RESTORE_CLUSTER,
            "DBClusterParameterGroup",
            "/plan/cluster/parameter_group",
            "DBClusterParameterGroupName"));
  }

  private static Defect blind(
      String what, HandlerFunction maker, String shown, String planned, String member) {
    return blind(what, maker, shown, planned, call -> call.without(member), member);
  }

  /**
   * @param shown the element that the verification doesn't compare
   * @param planned where the plan has its value; nowhere: false
   * @param change what is asked for instead
   */
  private static Defect blind(
      String what,
      HandlerFunction maker,
      String shown,
      String planned,
      Function<Text, HttpCall> change,
      String member) {
    return new Defect(
        what + "-wrong-and-not-verified",
        "%s isn't passed on as planned, and the verification doesn't compare it.".formatted(member),
        Alteration.all(
            Alteration.asked(
                (call, payload) ->
                    call.is("RestoreDBClusterFromSnapshot", "CreateDBInstance")
                        ? change.apply(call)
                        : call.http(),
                maker),
            Alteration.seen(
                (call, reply, payload) ->
                    payload.at(planned).isNull()
                        ? reply
                        : Text.element(reply, shown, payload.at(planned).asText("false")),
                VERIFY_RESTORE)));
  }
}
