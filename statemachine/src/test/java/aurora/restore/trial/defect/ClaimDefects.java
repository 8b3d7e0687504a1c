package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.COPY_SNAPSHOT;
import static aurora.restore.machine.HandlerFunction.CREATE_INSTANCE;
import static aurora.restore.machine.HandlerFunction.RECORD_AUDIT;
import static aurora.restore.machine.HandlerFunction.RESTORE_CLUSTER;
import static aurora.restore.machine.HandlerFunction.TEAR_DOWN;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_CLUSTER;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_COPY;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_INSTANCE;

import aurora.restore.machine.HandlerFunction;
import aurora.restore.simulation.wire.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Defects of claims: two executions that act for one operation, and late ones that write. */
final class ClaimDefects {
  /** Of a row; the trail's is another. */
  private static final Pattern CONDITION =
      Pattern.compile("(\"ConditionExpression\":\")([^\"]*execution_arn[^\"]*)\"");

  private static final String ALWAYS =
      "attribute_exists(operation_id) OR attribute_not_exists(operation_id)";

  private ClaimDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "claim-without-condition",
            "A milestone is recorded whoever holds the operation.",
            Alteration.asked(
                (call, payload) ->
                    call.is("TransactWriteItems")
                        ? call.changed(ClaimDefects::unconditional)
                        : call.http(),
                RECORD_AUDIT)),
        unclaimed("copy-without-claim", "Copy Snapshot", COPY_SNAPSHOT),
        unclaimed("restore-without-claim", "Restore Cluster", RESTORE_CLUSTER),
        unclaimed("instance-without-claim", "Create Instance", CREATE_INSTANCE),
        unclaimed("deletion-without-claim", "Tear Down", TEAR_DOWN),
        new Defect(
            "late-writer",
            "A wait notes its progress whoever holds the operation.",
            Alteration.asked(
                (call, payload) ->
                    call.is("UpdateItem") ? call.changed(ClaimDefects::unconditional) : call.http(),
                WAIT_FOR_COPY,
                WAIT_FOR_CLUSTER,
                WAIT_FOR_INSTANCE)),
        new Defect(
            "failure-of-an-earlier-run",
            "The failure of a run is written over the run of a later redrive.",
            Alteration.asked(
                (call, payload) ->
                    call.changed(
                        body ->
                            body.replace(
                                "redrive_count <= :redrive_count",
                                "attribute_exists(redrive_count)")),
                RECORD_AUDIT)));
  }

  private static Defect unclaimed(String name, String state, HandlerFunction function) {
    return new Defect(
        name,
        state + " doesn't look whether the operation is still its execution's.",
        Alteration.seen(ClaimDefects::claimed, function));
  }

  /** The row says that the asking execution holds the operation. */
  private static HttpReply claimed(Text call, HttpReply reply, JsonNode payload) {
    if (!call.is("GetItem")) {
      return reply;
    }
    var arn = payload.at("/execution/Id").asText();
    var status = arn.contains(":clean-up:") ? "CLEANING_UP" : "RUNNING";
    return Text.changed(
        reply,
        body ->
            body.replaceAll("(\"execution_arn\":\\{\"S\":\")[^\"]*", "$1" + arn)
                .replaceAll("(\"status\":\\{\"S\":\")[A-Z_]*", "$1" + status));
  }

  /** What the condition speaks of stays in it, or DynamoDB would refuse the call. */
  private static String unconditional(String body) {
    return CONDITION.matcher(body).replaceAll("$1($2) OR " + ALWAYS + "\"");
  }
}
