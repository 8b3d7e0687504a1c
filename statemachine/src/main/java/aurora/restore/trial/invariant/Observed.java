package aurora.restore.trial.invariant;

import aurora.restore.engine.Execution;
import aurora.restore.engine.StatusChange;
import aurora.restore.engine.TaskRunner;
import aurora.restore.machine.Machine;
import aurora.restore.operation.OperationId;
import aurora.restore.operation.Ownership;
import aurora.restore.simulation.rds.RdsKind;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.trial.act.Scene;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a trial's invariants judge by. */
public final class Observed {
  private static final ScopedValue<Invocation> AT_WORK = ScopedValue.newInstance();

  private final Scene scene;
  private final List<Resource> before;
  private final List<Change> changes = new ArrayList<>();
  private final List<StatusChange> ends = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Cached> rows = new TreeMap<>();
  private int writes;

  private record Cached(int writes, Optional<JsonNode> row) {}

  /** As things stand now, before anything was restored. */
  public Observed(Scene scene) {
    this.scene = scene;
    this.before = scene.world().resources();
  }

  Scene scene() {
    return scene;
  }

  World world() {
    return scene.world();
  }

  /** What was there before. */
  List<Resource> before() {
    return before;
  }

  /** What the pipeline made, changed and deleted, in order. */
  List<Change> changes() {
    return changes;
  }

  /** Every bad end of a restore or a clean-up, in order: one execution may have several. */
  List<StatusChange> badEnds() {
    return ends;
  }

  void add(Change change) {
    changes.add(change);
  }

  void add(StatusChange badEnd) {
    ends.add(badEnd);
  }

  /** Something was written into the tables. */
  void written() {
    writes++;
  }

  /** How often the tables were written to. */
  int writes() {
    return writes;
  }

  public void violated(Invariant invariant, String message) {
    violations.add(new Violation(invariant.name(), world().now(), message));
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Everything of the truth by its ARN, or nothing of it. */
  Optional<Resource> existing(String arn) {
    return world().resources().stream().filter(it -> it.arn().equals(arn)).findFirst();
  }

  /**
   * What there is of an operation of what the pipeline makes and nobody else has touched. Snapshots
   * of other names than its own are none of it: a final one is handed over.
   */
  List<Resource> madeFor(String operation) {
    return world().resources().stream()
        .filter(it -> operation.equals(it.tags().get(Ownership.TAG)))
        .filter(
            it ->
                it.kind() != RdsKind.CLUSTER_SNAPSHOT
                    || it.identifier().startsWith(Ownership.NAME_PREFIX))
        .filter(it -> before.stream().noneMatch(was -> was.arn().equals(it.arn())))
        .filter(it -> !scene.isRetagged(it))
        .toList();
  }

  List<Execution> executions(Machine machine) {
    var arn = world().engine().machineArn(machine.id());
    return world().engine().executions().stream()
        .filter(it -> it.machineArn().equals(arn))
        .toList();
  }

  boolean isOf(Machine machine, Execution execution) {
    return execution.machineArn().equals(world().engine().machineArn(machine.id()));
  }

  /** The operation that a restore or a clean-up works for. */
  static String operation(Execution execution) {
    return OperationId.of(execution.input(), execution.name());
  }

  /** The operations that any execution worked for. */
  List<String> operations() {
    return runs().stream().map(run -> operation(run.execution())).distinct().toList();
  }

  private List<Run> runs() {
    var runs = new ArrayList<Run>();
    for (var machine : List.of(Machine.RESTORE, Machine.CLEAN_UP)) {
      executions(machine).forEach(execution -> runs.add(new Run(execution, world())));
    }
    return runs;
  }

  private Optional<Run> run(String operation) {
    return runs().stream().filter(run -> run.operationId().equals(operation)).findFirst();
  }

  /** An operation's row, read again only where something was written since. */
  Optional<JsonNode> row(String operation) {
    var cached = rows.get(operation);
    if (cached == null || cached.writes() != writes) {
      cached = new Cached(writes, run(operation).flatMap(Run::state));
      rows.put(operation, cached);
    }
    return cached.row();
  }

  /** An operation's trail, oldest first. */
  List<JsonNode> trail(String operation) {
    return run(operation).map(Run::audit).orElse(List.of());
  }

  /** The invocation that is at work on this thread. */
  static Optional<Invocation> atWork() {
    return AT_WORK.isBound() ? Optional.of(AT_WORK.get()) : Optional.empty();
  }

  /** Runs functions as {@code usual} does, and knows who calls. */
  public TaskRunner around(TaskRunner usual) {
    return (function, payload) -> {
      var invocation = invocation(function, payload);
      return ScopedValue.where(AT_WORK, invocation).call(() -> usual.run(function, payload));
    };
  }

  private Invocation invocation(String function, JsonNode payload) {
    var arn = payload.at("/execution/Id").asText(null);
    var execution = world().engine().execution(arn == null ? "" : arn);
    var operation = execution.map(Observed::operation).orElse(null);
    var holder =
        operation == null
            ? null
            : row(operation).map(row -> row.path("execution_arn").asText()).orElse(null);
    return new Invocation(
        function, payload, operation, arn, holder, world().now(), world().resources());
  }
}
