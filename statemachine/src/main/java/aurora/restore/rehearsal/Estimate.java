package aurora.restore.rehearsal;

import aurora.restore.world.WorldDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an input is likely to take.
 *
 * @param seconds of the same restore, rehearsed; 0 where it doesn't end well
 * @param sizeGib of the snapshot in the simulated world; null where it says none
 */
record Estimate(long seconds, Integer sizeGib) {
  /** The same restore, not dry, in the same world. */
  static Estimate of(JsonNode dry, WorldDescription description, long seed) {
    ObjectNode wet = dry.deepCopy();
    wet.remove("dry_run");
    var outcome =
        new Rehearsal(wet, description, seed, List.of(), false, Sequel.NONE, null)
            .run(Pace.UNPACED, View.NONE);
    var snapshot = dry.path("snapshot_id").asText();
    var sizes =
        Stream.ofNullable(description.snapshots())
            .flatMap(List::stream)
            .filter(it -> snapshot.equals("latest") || snapshot.endsWith(it.id()))
            .map(WorldDescription.Snapshot::sizeGib)
            .filter(Objects::nonNull)
            .findFirst();
    return new Estimate(
        outcome.isSucceeded() ? outcome.seconds().getOrDefault("total", 0L) : 0,
        sizes.orElse(null));
  }
}
