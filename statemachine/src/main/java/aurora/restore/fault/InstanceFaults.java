package aurora.restore.fault;

import aurora.restore.simulation.rds.Course;
import aurora.restore.simulation.rds.Quota;
import aurora.restore.simulation.rds.RdsKind;
import java.time.Duration;
import java.util.List;

/** What goes wrong with the writer; readers meet the same. */
final class InstanceFaults {
  private static final String CREATE_INSTANCE = "Create Instance";
  private static final Duration AFTER = Duration.ofMinutes(4);
  private static final int QUOTA = 40;

  private InstanceFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "instance-fails",
            "The writer ends in a status that it never leaves.",
            Argument.usually(Argument.Kind.STATUS, "incompatible-network"),
            InstanceFaults::endsIn),
        Fault.of(
            "instance-stalls",
            "The writer never becomes available.",
            (stage, none) -> stalls(stage)),
        Fault.of(
            "no-instance-capacity",
            "RDS has no capacity for the instance class when it is asked for the writer.",
            (stage, none) -> noCapacity(stage)),
        Fault.of(
            "instance-capacity-lost",
            "RDS takes the call for the writer, then ends it in the status insufficient-capacity.",
            (stage, none) -> endsIn(stage, "insufficient-capacity")),
        Fault.of(
            "instance-quota-full",
            "The target region holds as many instances as its quota allows.",
            (stage, none) -> quotaFull(stage)));
  }

  private static Runnable endsIn(Stage stage, String status) {
    stage.onEntering(
        CREATE_INSTANCE,
        () -> stage.world().durations().nextInstance(Course.endsIn(status, AFTER)));
    return () -> {}; // a broken instance stays so
  }

  private static Runnable stalls(Stage stage) {
    stage.onEntering(
        CREATE_INSTANCE, () -> stage.world().durations().nextInstance(Course.stalls(0)));
    return () -> {
      if (stage.strikes() > 0 && stage.exists(RdsKind.INSTANCE, stage.plan().writer().id())) {
        stage.target().instanceEntersStatus(stage.plan().writer().id(), "available");
      }
    };
  }

  private static Runnable noCapacity(Stage stage) {
    stage.onEntering(
        CREATE_INSTANCE,
        () -> stage.target().withoutCapacity(stage.plan().writer().instanceClass()));
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().withCapacity(stage.plan().writer().instanceClass());
      }
    };
  }

  private static Runnable quotaFull(Stage stage) {
    stage.onEntering(CREATE_INSTANCE, () -> stage.target().used(Quota.INSTANCES, QUOTA));
    return () -> {
      if (stage.strikes() > 0) {
        stage.target().used(Quota.INSTANCES, 0);
      }
    };
  }
}
