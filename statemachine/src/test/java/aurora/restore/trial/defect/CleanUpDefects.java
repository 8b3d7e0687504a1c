package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.PLAN_CLEAN_UP;
import static aurora.restore.machine.HandlerFunction.TEAR_DOWN;
import static aurora.restore.machine.HandlerFunction.VERIFY_CLEAN_UP;

import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Defects of the clean-up. */
final class CleanUpDefects {
  private CleanUpDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "final-snapshot-not-awaited",
            "The cluster is deleted while its final snapshot is being taken.",
            Alteration.seen(
                (call, reply, payload) ->
                    call.is("DescribeDBClusterSnapshots")
                        ? Text.element(reply, "Status", "available")
                        : reply,
                TEAR_DOWN)),
        new Defect(
            "final-snapshot-skipped",
            "A final snapshot that is asked for isn't taken.",
            Alteration.handed(
                (world, payload) -> without(payload, "final_snapshot_id"), TEAR_DOWN)),
        new Defect(
            "snapshot-not-kept",
            "keep_snapshot is passed over.",
            Alteration.handed(
                (world, payload) -> {
                  if (payload.at("/execution/Input") instanceof ObjectNode input) {
                    input.remove("keep_snapshot");
                  }
                  return payload;
                },
                PLAN_CLEAN_UP)),
        new Defect(
            "wrong-region",
            "Tear Down works in another region than the operation did.",
            Alteration.handed(
                (world, payload) -> {
                  if (payload.path("plan") instanceof ObjectNode plan) {
                    plan.put("region", "eu-west-1");
                  }
                  return payload;
                },
                TEAR_DOWN,
                VERIFY_CLEAN_UP)),
        new Defect(
            "subnet-group-forgotten",
            "The subnet group stays, and nobody looks for it.",
            forgotten("DescribeDBSubnetGroups", "DBSubnetGroup")),
        new Defect(
            "copy-forgotten",
            "The copy stays, and nobody looks for it.",
            forgotten("DescribeDBClusterSnapshots", "DBClusterSnapshot")),
        new Defect(
            "not-settled",
            "A clean-up is done at once where nothing is seen: fresh things are overlooked.",
            Alteration.handed(CleanUpDefects::longAgo, TEAR_DOWN)),
        new Defect(
            "deletion-taken-for-done",
            "A deletion that was asked for is taken for done.",
            Alteration.skipped("DeleteDBSubnetGroup", TEAR_DOWN)));
  }

  private static Consumer<World> forgotten(String operation, String element) {
    return Alteration.seen(
        (call, reply, payload) ->
            call.is(operation)
                ? Text.changed(
                    reply, body -> body.replaceAll("(?s)<" + element + ">.*</" + element + ">", ""))
                : reply,
        TEAR_DOWN,
        VERIFY_CLEAN_UP);
  }

  private static JsonNode without(ObjectNode payload, String member) {
    if (payload.path("plan") instanceof ObjectNode plan) {
      plan.remove(member);
    }
    return payload;
  }

  private static JsonNode longAgo(World world, ObjectNode payload) {
    payload.put("since", world.now().minus(Duration.ofHours(1)).toString());
    if (payload.path("plan") instanceof ObjectNode plan) {
      plan.put("last_acted_at", world.now().minus(Duration.ofHours(1)).toString());
    }
    return payload;
  }
}
