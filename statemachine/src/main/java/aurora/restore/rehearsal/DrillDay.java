package aurora.restore.rehearsal;

import aurora.restore.fault.LooseFault;
import aurora.restore.machine.Machine;
import aurora.restore.simulation.rds.Resource;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * A day of drills: a schedule fires, twice as EventBridge may have it; the restore is made once; it
 * expires; the reaper, which comes every hour, has it cleaned up.
 *
 * @param before what there was before
 */
record DrillDay(World world, JsonNode input, List<Resource> before) {
  private static final int HOURS = 24;
  private static final int USUAL_EXPIRY_HOURS = 6;

  <T> T pass(Pace pace, View view, List<LooseFault> faults, Rehearsal.Telling<T> telling) {
    var start = world.now();
    var end = start.plus(Duration.ofHours(HOURS));
    ObjectNode drill = input.deepCopy();
    drill.put("operation_id", "drill-" + start);
    if (!drill.has("expires_after_hours")) {
      drill.put("expires_after_hours", USUAL_EXPIRY_HOURS);
    }
    for (int hour = 1; hour < HOURS; hour++) {
      world.after(Duration.ofHours(hour), () -> reap(view));
    }
    view.note(start, "SCHEDULE fires, and fires again: operation drill-" + start);
    var one = world.start("from-the-schedule", drill);
    var other = world.start("from-the-schedule-again", drill);
    Rehearsal.follow(world, pace, view, () -> world.now().isBefore(end) && world.nextDue() != null);
    view.end();
    var run = hasFailed(one) ? other : one;
    return telling.of(run, faults, cleanUp());
  }

  private void reap(View view) {
    var report = world.reap();
    report.cleanUps().forEach(it -> view.note(world.now(), "REAPER  has expired: " + it));
    report.reports().forEach(it -> view.note(world.now(), "REAPER  ended unseen: " + it));
    report.retried().forEach(it -> view.note(world.now(), "REAPER  report goes on: " + it));
    report.orphans().forEach(it -> view.note(world.now(), "REAPER  nobody knows: " + it));
  }

  /** Of two, the one that the other was refused for. */
  private static boolean hasFailed(Run run) {
    var error = run.execution().error();
    return error != null && error.endsWith(".OperationInProgress");
  }

  /** The last one; null where none was started. */
  private CleanUpOutcome cleanUp() {
    var machine = world.engine().machineArn(Machine.CLEAN_UP.id());
    return world.engine().executions().stream()
        .filter(execution -> execution.machineArn().equals(machine))
        .reduce((earlier, later) -> later)
        .map(execution -> CleanUpOutcome.of(new Run(execution, world), before))
        .orElse(null);
  }
}
