package aurora.restore.trial;

import aurora.restore.asl.AslReader;
import aurora.restore.asl.Placeholders;
import aurora.restore.asl.State;
import aurora.restore.machine.Machine;
import aurora.restore.trial.act.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Draws when acts happen: most of them at some state, for little else happens in the pauses. */
final class MomentDrawing {
  private static final List<String> CALLS =
      List.of(
          "CopyDBClusterSnapshot",
          "CreateDBSubnetGroup",
          "RestoreDBClusterFromSnapshot",
          "CreateDBInstance",
          "ModifyDBCluster",
          "DeleteDBInstance",
          "DeleteDBCluster",
          "DeleteDBClusterSnapshot",
          "DeleteDBSubnetGroup",
          "TransactWriteItems",
          "UpdateItem",
          "Publish",
          "DescribeDBClusters",
          "DescribeDBInstances");

  /**
   * No restore that is drawn asks for checks by SQL: what waits for these states never comes. And
   * evidence is written between two states that are drawn and that acts are delayed from.
   */
  private static final Set<String> NOT_DRAWN =
      Set.of(
          "Checks Asked?",
          "Run Checks",
          "Checks Made?",
          "Pause For Checks",
          "Record Evidence",
          "Recorded Before?");

  private static final List<String> STATES = states();
  private static final int AT_STATE_PERCENT = 55;
  private static final int AT_CALL_PERCENT = 20;
  private static final int HOURS = 14;
  private static final int MOST_TIMES = 3;

  private final SplittableRandom random;

  MomentDrawing(SplittableRandom random) {
    this.random = random;
  }

  private static List<String> states() {
    var states = new ArrayList<String>();
    for (var machine : Machine.values()) {
      var definition = machine.definition();
      var values = new TreeMap<String, String>();
      Placeholders.names(definition).forEach(name -> values.put(name, name));
      states.addAll(
          names(AslReader.read(Placeholders.substitute(definition, values)).states().values()));
    }
    return List.copyOf(states);
  }

  private static List<String> names(Collection<State> states) {
    var names = new ArrayList<String>();
    for (var state : states) {
      if (NOT_DRAWN.contains(state.name())) {
        continue;
      }
      names.add(state.name());
      if (state instanceof State.MapState map) {
        names.addAll(names(map.processor().states().values()));
      }
    }
    return names;
  }

  When drawn() {
    var lot = random.nextInt(100);
    if (lot < AT_STATE_PERCENT) {
      return new When.OnEntering(
          STATES.get(random.nextInt(STATES.size())),
          1 + random.nextInt(MOST_TIMES),
          Duration.ofMillis(delayMillis()));
    }
    if (lot < AT_STATE_PERCENT + AT_CALL_PERCENT) {
      return new When.OnCall(
          CALLS.get(random.nextInt(CALLS.size())),
          1 + random.nextInt(MOST_TIMES),
          random.nextBoolean());
    }
    return new When.After(Duration.ofSeconds(random.nextLong(Duration.ofHours(HOURS).toSeconds())));
  }

  /** At once, within the second, or within minutes. */
  private long delayMillis() {
    return switch (random.nextInt(3)) {
      case 0 -> 1;
      case 1 -> random.nextLong(2_000);
      default -> random.nextLong(600_000);
    };
  }
}
