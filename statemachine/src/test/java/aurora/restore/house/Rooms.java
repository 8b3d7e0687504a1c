package aurora.restore.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The packages, and which others each may know. What isn't listed here is a door to be argued. */
final class Rooms {
  static final String HOME = "aurora.restore.";

  /** Everything that handlers share. */
  private static final Set<String> SHARED =
      Set.of("edge", "error", "json", "operation", "telemetry");

  /** By the first part of a package's name below {@link #HOME}. */
  static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          // The vocabulary: no feature, no Lambda.
          Map.entry("error", Set.of()),
          Map.entry("json", Set.of()),
          // What a function tells of itself; the vocabulary can be told, the edge writes it down.
          Map.entry("telemetry", Set.of("error", "json")),
          Map.entry("operation", Set.of("error", "json", "telemetry")),
          Map.entry("edge", Set.of("error", "json", "telemetry")),
          // How any execution's input is read.
          Map.entry("input", Set.of("error", "json", "operation")),
          // Whether a statement of SQL only reads.
          Map.entry("statement", Set.of()),
          // What there is in a region, for every feature alike.
          Map.entry("rds", Set.of("operation")),
          // The features: none knows another, but for noting progress.
          Map.entry("plan", with(SHARED, "audit", "input", "rds", "statement")),
          Map.entry("audit", SHARED),
          // Nothing is told to be complete whose operation is another's by now.
          Map.entry("notify", with(SHARED, "audit")),
          Map.entry("failure", SHARED),
          Map.entry("snapshot", with(SHARED, "audit", "rds")),
          Map.entry("cluster", with(SHARED, "audit", "rds")),
          Map.entry("verify", with(SHARED, "audit", "rds")),
          // Asks the restored data, and has no other power.
          Map.entry("data", SHARED),
          // Reads the records and adds to them what they show.
          Map.entry("evidence", with(SHARED, "audit")),
          // Cleaning up reads and writes records, and tells of what it finds as others do.
          Map.entry("cleanup", with(SHARED, "audit", "failure", "input", "notify", "rds")),
          // The local Step Functions knows states and time, neither AWS's services nor restores.
          Map.entry("asl", Set.of()),
          Map.entry("time", Set.of()),
          Map.entry("engine", Set.of("asl", "time")),
          // The simulated AWS knows nothing of who calls it; its Step Functions API tells of the
          // engine.
          Map.entry("simulation", Set.of("engine", "time")),
          // Which function is which handler.
          Map.entry(
              "machine",
              Set.of(
                  "asl",
                  "audit",
                  "cleanup",
                  "cluster",
                  "data",
                  "edge",
                  "evidence",
                  "failure",
                  "notify",
                  "plan",
                  "snapshot",
                  "verify")),
          // Where all of it meets, and how it is shown.
          Map.entry(
              "world",
              with(
                  SHARED,
                  "asl",
                  "audit",
                  "cleanup",
                  "engine",
                  "input", // to name the nearest word for one that a world's file misspells
                  "machine",
                  "plan",
                  "simulation",
                  "time")),
          Map.entry(
              "fault",
              Set.of("asl", "edge", "engine", "machine", "operation", "simulation", "world")),
          // A page for a browser, whatever stands on it.
          Map.entry("page", Set.of()),
          // The promises are judged by what exists and is written, not by how it came about.
          Map.entry(
              "trial",
              Set.of(
                  "asl",
                  "cleanup",
                  "edge",
                  "engine",
                  "error",
                  "evidence", // its chain is checked as whoever reads it checks it
                  "fault",
                  "machine",
                  "operation",
                  "simulation",
                  "world")),
          Map.entry(
              "rehearsal",
              with(
                  SHARED,
                  "asl",
                  "auditor",
                  "cleanup",
                  "engine",
                  "fault",
                  "machine",
                  "operator", // how an execution's steps are read off its history
                  "page",
                  "scale",
                  "serve",
                  "simulation",
                  "time",
                  "trial",
                  "world")),
          // A world behind HTTP: what is called is the wire's to know.
          Map.entry("serve", Set.of("edge", "engine", "machine", "simulation", "world")),
          // Against AWS it is the same as here: it knows the deployment, and no simulation.
          Map.entry(
              "operator", Set.of("audit", "auditor", "edge", "error", "machine", "operation")),
          // What is written of an operation, held against its records: by whoever reads it.
          Map.entry("auditor", Set.of("audit", "edge", "evidence", "json", "operation", "page")),
          Map.entry("benchmark", Set.of("edge", "engine", "simulation", "world")),
          Map.entry("scale", Set.of("engine", "fault", "simulation", "world")));

  /** The rooms of the module {@code lambdas}: what is deployed must not know what tests it. */
  static final Set<String> DEPLOYED =
      Set.of(
          "audit",
          "cleanup",
          "cluster",
          "data",
          "edge",
          "error",
          "evidence",
          "failure",
          "input",
          "json",
          "notify",
          "operation",
          "plan",
          "rds",
          "snapshot",
          "statement",
          "telemetry",
          "verify");

  private Rooms() {}

  /** The room of a package or class below {@link #HOME}. */
  static String of(String name) {
    return name.substring(HOME.length()).split("\\.")[0];
  }

  private static Set<String> with(Set<String> rooms, String... more) {
    var all = new TreeSet<>(rooms);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
