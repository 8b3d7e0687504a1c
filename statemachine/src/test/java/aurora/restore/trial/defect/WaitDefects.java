package aurora.restore.trial.defect;

import static aurora.restore.machine.HandlerFunction.CREATE_INSTANCE;
import static aurora.restore.machine.HandlerFunction.PLAN_RESTORE;
import static aurora.restore.machine.HandlerFunction.TEAR_DOWN;
import static aurora.restore.machine.HandlerFunction.VERIFY_RESTORE;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_CLUSTER;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_COPY;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_INSTANCE;
import static aurora.restore.machine.HandlerFunction.WAIT_FOR_SETTINGS;

import aurora.restore.engine.TaskRunner.Outcome;
import aurora.restore.machine.HandlerFunction;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Defects of waits: what counts as ready, and when a wait is over. */
final class WaitDefects {
  private static final String AVAILABLE = "available";

  private WaitDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "copy-ready-at-any-status",
            "A copy in progress counts as ready.",
            status("DescribeDBClusterSnapshots", "Status", WAIT_FOR_COPY)),
        new Defect(
            "latest-of-any-status",
            "The latest snapshot is taken although it isn't available.",
            status("DescribeDBClusterSnapshots", "Status", PLAN_RESTORE)),
        new Defect(
            "instance-ready-at-any-status",
            "An instance counts as available whatever its status is.",
            status("DescribeDBInstances", "DBInstanceStatus", WAIT_FOR_INSTANCE, VERIFY_RESTORE)),
        new Defect(
            "instance-status-not-verified",
            "The verification doesn't look at the statuses of instances.",
            status("DescribeDBInstances", "DBInstanceStatus", VERIFY_RESTORE)),
        new Defect(
            "cluster-status-not-verified",
            "The verification doesn't look at the status of the cluster.",
            status("DescribeDBClusters", "Status", VERIFY_RESTORE)),
        endless("copy-without-deadline", "Wait For Copy", WAIT_FOR_COPY),
        endless("cluster-without-deadline", "Wait For Cluster", WAIT_FOR_CLUSTER),
        endless("instance-without-deadline", "Wait For Instance", WAIT_FOR_INSTANCE),
        endless("clean-up-without-deadline", "Tear Down", TEAR_DOWN),
        new Defect(
            "hours-read-as-minutes",
            "Deadlines are over after as many minutes as they have hours.",
            Alteration.handed(
                WaitDefects::minutes, WAIT_FOR_COPY, WAIT_FOR_CLUSTER, WAIT_FOR_INSTANCE)),
        new Defect(
            "fresh-taken-for-gone",
            "What RDS doesn't show yet is taken for gone.",
            Alteration.handed(
                (world, payload) -> since(world, payload, Duration.ofHours(-1)),
                WAIT_FOR_COPY,
                WAIT_FOR_CLUSTER,
                WAIT_FOR_INSTANCE)),
        new Defect(
            "busy-taken-for-refused",
            "What passes by itself ends a restore at once.",
            Alteration.told(
                WaitDefects::permanent,
                PLAN_RESTORE,
                CREATE_INSTANCE,
                WAIT_FOR_COPY,
                WAIT_FOR_SETTINGS)));
  }

  private static Consumer<World> status(
      String operation, String element, HandlerFunction... functions) {
    return Alteration.seen(
        (call, reply, payload) ->
            call.is(operation) ? Text.element(reply, element, AVAILABLE) : reply,
        functions);
  }

  private static Defect endless(String name, String state, HandlerFunction function) {
    return new Defect(
        name,
        state + " counts its deadline anew at each look.",
        Alteration.handed((world, payload) -> since(world, payload, Duration.ZERO), function));
  }

  private static JsonNode since(World world, ObjectNode payload, Duration ago) {
    if (payload.has("since")) {
      payload.put("since", world.now().plus(ago).toString());
    }
    return payload;
  }

  private static JsonNode minutes(World world, ObjectNode payload) {
    if (payload.at("/plan/deadlines") instanceof ObjectNode deadlines) {
      deadlines.fieldNames().forEachRemaining(name -> deadlines.put(name, 0));
    }
    return payload;
  }

  private static Outcome permanent(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(var error, var cause) when error.endsWith(".TransientFailure") ->
          new Outcome.Failed("aurora.restore.error.RefusedByAws", cause);
      case Outcome.Failed failed -> failed;
      case Outcome.Answered answered -> answered;
    };
  }
}
