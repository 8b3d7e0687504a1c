package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.APPLY_SETTINGS;
import static aurora.restore.machine.HandlerFunction.COPY_SNAPSHOT;
import static aurora.restore.machine.HandlerFunction.CREATE_INSTANCE;
import static aurora.restore.machine.HandlerFunction.PLAN_CLEAN_UP;
import static aurora.restore.machine.HandlerFunction.RESTORE_CLUSTER;
import static aurora.restore.machine.HandlerFunction.TEAR_DOWN;
import static aurora.restore.machine.HandlerFunction.VERIFY_CLEAN_UP;
import static aurora.restore.machine.HandlerFunction.VERIFY_RESTORE;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_CLUSTER;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_COPY;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_INSTANCE;

import aurora.restore.simulation.wire.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defects of ownership: what is taken for the operation's own, and what isn't. */
final class OwnershipDefects {
  private OwnershipDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "tag-not-read-back",
            "Tear Down deletes by name: it doesn't read the tag back.",
            Alteration.seen(OwnershipDefects::ours, TEAR_DOWN)),
        new Defect(
            "any-operation-is-ours",
            "A clean-up takes whatever carries a tag of any operation for its own.",
            Alteration.seen(OwnershipDefects::anybodysIsOurs, PLAN_CLEAN_UP, TEAR_DOWN)),
        new Defect(
            "cluster-of-others-adopted",
            "A cluster that has the name is adopted, whoever made it.",
            Alteration.seen(
                OwnershipDefects::ours,
                RESTORE_CLUSTER,
                WAIT_FOR_CLUSTER,
                CREATE_INSTANCE,
                WAIT_FOR_INSTANCE,
                APPLY_SETTINGS,
                VERIFY_RESTORE)),
        new Defect(
            "settings-of-others-changed",
            "Apply Settings changes the cluster without looking whose it is by then.",
            Alteration.seen(OwnershipDefects::ours, APPLY_SETTINGS)),
        new Defect(
            "copy-not-adopted",
            "A copy whose making was heard of by nobody is taken for somebody else's.",
            Alteration.seen(OwnershipDefects::nobodys, COPY_SNAPSHOT, WAIT_FOR_COPY)),
        new Defect(
            "instance-not-adopted",
            "An instance whose making was heard of by nobody is taken for somebody else's.",
            Alteration.seen(
                (call, reply, payload) ->
                    call.is("DescribeDBInstances") ? nobodys(call, reply, payload) : reply,
                CREATE_INSTANCE)),
        new Defect(
            "hands-off-ignored",
            "A clean-up doesn't look for the hands-off tag.",
            Alteration.seen(
                (call, reply, payload) ->
                    Text.changed(
                        reply, body -> body.replace("aurora-restore:hands-off", "hands-off")),
                PLAN_CLEAN_UP,
                TEAR_DOWN,
                VERIFY_CLEAN_UP)),
        new Defect(
            "made-by-ignored",
            "The clean-up that a failure starts deletes all of the operation.",
            Alteration.handed(
                (world, payload) -> {
                  var input = payload.at("/execution/Input");
                  if (input instanceof ObjectNode keys) {
                    keys.remove("made_by");
                  }
                  return payload;
                },
                PLAN_CLEAN_UP)));
  }

  private static HttpReply ours(Text call, HttpReply reply, JsonNode payload) {
    return Alteration.ours(reply, payload);
  }

  private static HttpReply anybodysIsOurs(Text call, HttpReply reply, JsonNode payload) {
    return Text.changed(
        reply,
        body ->
            body.replaceAll(
                "(<Key>aurora-restore:operation-id</Key><Value>)[^<]*",
                "$1" + Alteration.operation(payload)));
  }

  private static HttpReply nobodys(Text call, HttpReply reply, JsonNode payload) {
    return Text.changed(
        reply, body -> body.replace("aurora-restore:operation-id", "aurora-restore:other"));
  }
}
