package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.COPY_SNAPSHOT;
import static aurora.restore.machine.HandlerFunction.CREATE_INSTANCE;
import static aurora.restore.machine.HandlerFunction.PLAN_RESTORE;
import static aurora.restore.machine.HandlerFunction.RESTORE_CLUSTER;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.wire.HttpCall;
import java.util.List;
import java.util.function.Function;

/** Defects of what is asked of RDS. */
final class RequestDefects {
  private RequestDefects() {}

  static List<Defect> all() {
    return List.of(
        asks(
            "cluster-without-tags",
            "The cluster is made without tags.",
            "RestoreDBClusterFromSnapshot",
            call -> call.without("Tags"),
            RESTORE_CLUSTER),
        asks(
            "copy-without-tags",
            "The copy is made without tags.",
            "CopyDBClusterSnapshot",
            call -> call.without("Tags"),
            COPY_SNAPSHOT),
        asks(
            "instance-without-tags",
            "Instances are made without tags.",
            "CreateDBInstance",
            call -> call.without("Tags"),
            CREATE_INSTANCE),
        asks(
            "maker-not-tagged",
            "What is made doesn't tell which execution made it.",
            "CreateDBInstance",
            call ->
                call.changed(
                    body -> body.replace("aurora-restore%3Aexecution", "aurora-restore%3Amaker")),
            CREATE_INSTANCE),
        asks(
            "port-not-passed-on",
            "The port is left to RDS.",
            "RestoreDBClusterFromSnapshot",
            call -> call.without("Port"),
            RESTORE_CLUSTER),
        asks(
            "security-groups-not-passed-on",
            "The security groups are left to RDS.",
            "RestoreDBClusterFromSnapshot",
            call -> call.without("VpcSecurityGroupIds"),
            RESTORE_CLUSTER),
        asks(
            "copy-without-key",
            "The key isn't passed on to the copy.",
            "CopyDBClusterSnapshot",
            call -> call.without("KmsKeyId"),
            COPY_SNAPSHOT),
        new Defect(
            "first-page-only",
            "The latest snapshot is looked for on the first page.",
            Alteration.seen(
                (call, reply, payload) ->
                    call.is("DescribeDBClusterSnapshots")
                        ? Text.withoutElement(reply, "Marker")
                        : reply,
                PLAN_RESTORE)),
        new Defect(
            "secret-in-a-plan",
            "A presigned URL stands in the plan's warnings.",
            Alteration.seen(
                (call, reply, payload) ->
                    call.is("DescribeDBClusterSnapshots")
                        ? Text.changed(
                            reply,
                            body ->
                                body.replace(
                                    "<Value>orders</Value>", "<Value>X-Amz-Signature=1</Value>"))
                        : reply,
                PLAN_RESTORE)));
  }

  private static Defect asks(
      String name,
      String sentence,
      String operation,
      Function<Text, HttpCall> change,
      HandlerFunction function) {
    return new Defect(
        name,
        sentence,
        Alteration.asked(
            (call, payload) -> call.is(operation) ? change.apply(call) : call.http(), function));
  }
}
