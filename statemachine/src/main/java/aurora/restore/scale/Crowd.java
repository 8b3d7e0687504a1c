package aurora.restore.scale;

import aurora.restore.engine.Execution;
import aurora.restore.engine.Listener;
import aurora.restore.engine.StatusChange;
import aurora.restore.scale.TokenBucket.Rate;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** So many restores of one snapshot, started at once, each an operation of its own. */
public final class Crowd {
  private static final long SEED = 1;
  private static final Duration REAPING = Duration.ofHours(1);

  /** After that, what isn't told is left untold: the reaper looks back for a day. */
  private static final Duration REPORTED_WITHIN = Duration.ofDays(2);

  /** Addresses that preflight wants to be left. */
  private static final int SPARE = 100;

  private static final int STARTED_AT_ONCE = 1_300;
  private static final int STARTED_PER_SECOND = 300;

  private final World world;
  private final RequestRates rates;
  private final List<Run> runs = new ArrayList<>();
  private final Watch watch = new Watch();
  private Concurrency functions;

  private Crowd(JsonNode input, WorldDescription described, Rate rds) {
    var home = World.home(input);
    this.world = new World(described, home, SEED);
    this.rates = new RequestRates(world::now, rds);
    world.callFaults().add(rates);
    world.runFunctions(
        here -> {
          functions = new Concurrency(world::now, here);
          return functions;
        });
    world.listen(watch);
  }

  /**
   * Runs them to their ends, and the reaper by the hour until it finds nothing to do.
   *
   * @param rdsPerSecond calls of each action that RDS is assumed to let through in the long run;
   *     five times as many at once
   * @param raised whether quotas and subnets are as large as that takes, or as usual
   */
  public static CrowdFigures of(JsonNode input, int restores, int rdsPerSecond, boolean raised) {
    var usual = World.describedBy(input);
    var described = raised ? usual.withFreeAddresses(SPARE + restores * instances(input)) : usual;
    var crowd = new Crowd(input, described, new Rate(5.0 * rdsPerSecond, rdsPerSecond));
    try (crowd.world) {
      if (raised) {
        crowd.raiseQuotas(input, restores);
      }
      return crowd.run(input, restores);
    }
  }

  private static int instances(JsonNode input) {
    return input.path("instance_count").asInt(1);
  }

  private void raiseQuotas(JsonNode input, int restores) {
    var region = world.rds(World.home(input));
    var instances = restores * instances(input);
    region.quota(Quota.CLUSTERS, restores + 1).quota(Quota.SUBNET_GROUPS, restores + 1);
    region
        .quota(Quota.INSTANCES, instances + 1)
        .quota(Quota.MANUAL_CLUSTER_SNAPSHOTS, restores + 1);
  }

  private CrowdFigures run(JsonNode input, int restores) {
    var began = world.now();
    for (int number = 1; number <= restores; number++) {
      var name = "restore-" + number;
      world.after(startOf(number), () -> runs.add(world.start(name, input)));
    }
    world.after(REAPING, this::reap);
    while (runs.size() < restores || watch.running > 0 || world.isAnythingGoingOn()) {
      world.runNext();
    }
    var reported = world.now().plus(REPORTED_WITHIN);
    while (!summary().containsAll(operations()) && world.now().isBefore(reported)) {
      world.runUntil(world.now().plus(REAPING));
    }
    return figures(began);
  }

  private static Duration startOf(int number) {
    var late = Math.max(0, number - STARTED_AT_ONCE);
    return Duration.ofSeconds((late + STARTED_PER_SECOND - 1) / STARTED_PER_SECOND);
  }

  private void reap() {
    world.reap();
    world.after(REAPING, this::reap);
  }

  private Set<String> operations() {
    return runs.stream().map(Run::operationId).collect(Collectors.toSet());
  }

  /** The operations that mails speak of. */
  private Set<String> summary() {
    return world.mail().stream()
        .map(mail -> mail.attributes().get("operation_id"))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private CrowdFigures figures(Instant began) {
    var told = summary();
    var available =
        world.resources().stream()
            .filter(resource -> resource.status().equals("available"))
            .map(Resource::arn)
            .collect(Collectors.toSet());
    var succeeded = runs.stream().filter(run -> isAt(run, ExecutionStatus.SUCCEEDED)).toList();
    var lengths =
        succeeded.stream()
            .map(Run::execution)
            .map(it -> Duration.between(it.startDate(), it.stopDate()))
            .sorted()
            .toList();
    return new CrowdFigures(
        runs.size(),
        succeeded.size(),
        (int) runs.stream().filter(run -> !isTrue(run, told, available)).count(),
        runs.stream()
            .filter(run -> !isAt(run, ExecutionStatus.SUCCEEDED))
            .collect(Collectors.groupingBy(Crowd::failure, TreeMap::new, Collectors.counting())),
        lengths.isEmpty() ? Duration.ZERO : lengths.get(lengths.size() / 2),
        Duration.between(began, watch.lastEnd),
        rates.calls(),
        rates.throttled(),
        watch.transitions,
        functions.runs(),
        functions.most());
  }

  private static String failure(Run run) {
    var error = String.valueOf(run.execution().error());
    return run.execution().failedState() + ", " + error.substring(error.lastIndexOf('.') + 1);
  }

  private static boolean isAt(Run run, ExecutionStatus status) {
    return run.execution().status() == status;
  }

  /** What succeeded is recorded and there; what failed is recorded, if it ever was, and told. */
  private static boolean isTrue(Run run, Set<String> told, Set<String> available) {
    var row = run.state().map(it -> it.path("status").asText());
    if (isAt(run, ExecutionStatus.SUCCEEDED)) {
      return row.equals(Optional.of("SUCCEEDED"))
          && available.contains(run.output().path("cluster_arn").asText());
    }
    return row.orElse("FAILED").equals("FAILED") && told.contains(run.operationId());
  }

  /** Counts what is charged, and what is at work. */
  private static final class Watch implements Listener {
    private long transitions;
    private int running;
    private Instant lastEnd;

    @Override
    public void onStatusChange(StatusChange change) {
      if (change.status() == ExecutionStatus.RUNNING) {
        running++;
      } else {
        running--;
        lastEnd = change.stopDate();
      }
    }

    @Override
    public void onEvent(Execution execution, HistoryEvent event) {
      if (event.typeAsString().endsWith("StateEntered")) {
        transitions++;
      }
    }
  }
}
