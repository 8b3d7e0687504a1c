package aurora.restore.benchmark;

import aurora.restore.engine.Execution;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Faults;
import aurora.restore.simulation.rds.DurationModel;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * What one restore took.
 *
 * @param atAws how long AWS itself was at work, one thing after the other: the copy and its queue,
 *     the cluster, the instance or the cluster's first backup, whichever took longer
 * @param overhead how long it took beyond that
 * @param updates calls of DynamoDB's {@code UpdateItem}
 */
record RestoreTime(
    Duration atAws, Duration overhead, long transitions, long runs, long events, long updates) {
  private static final double LEAST_GIB = 10;
  private static final double MOST_GIB = 10 * 1024;

  double percent() {
    return 100.0 * overhead.toMillis() / atAws.toMillis();
  }

  /**
   * Restores once, in a world in which things stall and fail as in life.
   *
   * @param seed decides the snapshot's size too, any order of magnitude as likely as another
   * @return empty where the restore failed, as by its deadline
   */
  static Optional<RestoreTime> of(JsonNode input, long seed, Pausing pausing) {
    var share = new SplittableRandom(seed).nextDouble();
    var gib = LEAST_GIB * Math.pow(MOST_GIB / LEAST_GIB, share);
    var description = World.describedBy(input).sized((int) gib);
    try (var world = new World(description, World.home(input), seed, DurationModel.withTails())) {
      if (pausing.followsAnother()) {
        world.restore("before-" + seed, input);
      }
      var watch = new Watch(world);
      world.callFaults().add(watch);
      world.runFunctions(deployed -> pausing.in(world, deployed));
      var execution = world.restore("overhead-" + seed, input).execution();
      return execution.status() == ExecutionStatus.SUCCEEDED
          ? Optional.of(watch.measured(execution))
          : Optional.empty();
    }
  }

  /** Notes at each call that makes AWS work how long that will take. */
  private static final class Watch implements Faults {
    private static final Set<String> WORK =
        Set.of("CopyDBClusterSnapshot", "RestoreDBClusterFromSnapshot", "CreateDBInstance");

    private final World world;
    private Duration atAws = Duration.ZERO;
    private long updates;

    Watch(World world) {
      this.world = world;
    }

    @Override
    public void after(Caller caller, String service, String operation, SdkPojo request) {
      if (operation.equals("UpdateItem")) {
        updates++;
      }
      if (WORK.contains(operation)) {
        world
            .readyAt()
            .ifPresent(ready -> atAws = atAws.plus(Duration.between(world.now(), ready)));
      }
    }

    RestoreTime measured(Execution execution) {
      var took = Duration.between(execution.startDate(), execution.stopDate());
      return new RestoreTime(
          atAws,
          took.minus(atAws),
          count(execution, "StateEntered"),
          count(execution, "TaskStarted"),
          execution.history().size(),
          updates);
    }

    private static long count(Execution execution, String type) {
      return execution.history().stream()
          .filter(event -> event.typeAsString().endsWith(type))
          .count();
    }
  }
}
