package aurora.restore.fault;

import aurora.restore.fault.BrokenInvocation.Moment;
import aurora.restore.machine.Machine;
import aurora.restore.simulation.rds.Course;
import java.time.Duration;
import java.util.List;

/** What goes wrong with functions, with the execution as a whole, and with its events. */
final class ExecutionFaults {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration TIME_LIMIT = Duration.ofHours(3);
  private static final Duration LATE = Duration.ofMinutes(15);

  private ExecutionFaults() {}

  static List<Fault> all() {
    return List.of(
        broken(
            "crash-before",
            "A function's runtime ends before its handler did anything, once.",
            Moment.BEFORE_ITS_WORK),
        broken(
            "crash-after",
            "A function's runtime ends after its handler did its work, once.",
            Moment.AFTER_ITS_WORK),
        broken(
            "function-timeout",
            "A function does its work but answers too late, once.",
            Moment.TIMED_OUT),
        new Fault(
            "aborted",
            "Somebody stops the execution just after it entered a state.",
            Argument.usually(Argument.Kind.STATE, "Wait For Cluster"),
            ExecutionFaults::aborted),
        Fault.of(
            "execution-timeout",
            "The copy, or else the cluster, stands still until the machine's time limit, here three"
                + " hours.",
            (stage, none) -> timeout(stage)),
        Fault.of(
            "event-twice",
            "The event of a failure is delivered twice.",
            (stage, none) -> delivered(stage, A_MOMENT, A_MOMENT.multipliedBy(30))),
        Fault.of(
            "event-late",
            "The event of a failure is delivered a quarter of an hour late.",
            (stage, none) -> delivered(stage, LATE)));
  }

  private static Fault broken(String name, String sentence, Moment moment) {
    return new Fault(
        name,
        sentence,
        Argument.required(Argument.Kind.FUNCTION),
        (stage, function) -> new BrokenInvocation(stage, function, moment).begin());
  }

  private static Runnable aborted(Stage stage, String state) {
    stage.onEntering(
        state,
        execution ->
            stage
                .world()
                .after(
                    A_MOMENT,
                    () ->
                        stage
                            .world()
                            .engine()
                            .stop(execution.arn(), "Operator.Stopped", "stopped by hand")));
    return () -> {}; // nobody stops it again
  }

  private static Runnable timeout(Stage stage) {
    stage.world().limit(Machine.RESTORE, TIME_LIMIT);
    var durations = stage.world().durations();
    stage.onEntering("Copy Snapshot", () -> durations.nextCopy(Course.stalls(37)));
    stage.onEntering(
        "Restore Cluster",
        () -> {
          if (!stage.plan().copyNeeded()) {
            durations.nextCluster(Course.stalls(0));
          }
        });
    return () -> {
      CopyFaults.finish(stage);
      ClusterFaults.finish(stage);
    };
  }

  /** Counts as a strike where there is an event to be delivered. */
  private static Runnable delivered(Stage stage, Duration... delays) {
    stage.world().deliverEventsAfter(delays);
    stage.onFailure(stage::strike);
    return () -> stage.world().deliverEventsAfter(A_MOMENT);
  }
}
